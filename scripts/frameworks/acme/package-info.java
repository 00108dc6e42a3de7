/** Reinforcement learning agents in small, after Acme: the same actor and learner in one loop or far apart. */
package acme;
