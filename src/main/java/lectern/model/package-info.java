/** Records of the domain: places, notes, cells, runs and findings. Imports nothing of Lectern. */
package lectern.model;
