package launchpad;

/** Where the nodes of a program run. */
public enum LaunchType {
    /** On threads of this process; a call is a call. */
    THREADS,
    /** On threads of this process; a call goes through a socket of the loopback interface. */
    SOCKETS,
    /** Each in a process of its own. */
    PROCESSES
}
