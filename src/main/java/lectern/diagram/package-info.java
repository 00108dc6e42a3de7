/**
 * Draws PlantUML and ditaa diagrams once and keeps them. Imports {@code lectern.text}; {@link
 * lectern.diagram.DiagramEngine} alone starts Ruby, and only for diagrams that are not kept yet.
 */
package lectern.diagram;
