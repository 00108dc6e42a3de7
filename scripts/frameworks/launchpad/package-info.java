/** Distributed programs in small, after Launchpad: a graph of nodes, handles, and three ways to launch it. */
package launchpad;
