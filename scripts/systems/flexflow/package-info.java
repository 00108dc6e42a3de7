/** A small FlexFlow: operators, configurations, a simulator of their execution, and a search. */
package flexflow;
