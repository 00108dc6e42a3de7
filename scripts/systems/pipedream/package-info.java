/** PipeDream's planner and its pipeline of weight versions. */
package pipedream;
