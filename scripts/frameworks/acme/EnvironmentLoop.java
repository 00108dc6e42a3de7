package acme;

/** Lets an actor act in an environment. */
public final class EnvironmentLoop {
    private final Catch environment;
    private final Interfaces.Actor actor;
    private Catch.Step now;

    EnvironmentLoop(Catch environment, Interfaces.Actor actor) {
        this.environment = environment;
        this.actor = actor;
    }

    // tag::loop[]
    /** One observation; the first of an episode is preceded by a reset. */
    void step() {
        if (now == null || now.last()) {
            now = environment.reset();
            actor.observeFirst(now.state());
        }
        int action = actor.selectAction(now.state());
        now = environment.step(action);
        actor.observe(action, now);
        actor.update();
    }
    // end::loop[]
}
