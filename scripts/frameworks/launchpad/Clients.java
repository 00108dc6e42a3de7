package launchpad;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Clients: objects that look like a node and pass every call on. */
public final class Clients {
    private static final ExecutorService CALLERS = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "future");
        thread.setDaemon(true);
        return thread;
    });

    private Clients() {}

    // tag::future[]
    /** Make a call that does not wait: {@code future(producer, p -> p.work(3))}. */
    public static <T, R> CompletableFuture<R> future(T client, Function<T, R> call) {
        return CompletableFuture.supplyAsync(() -> call.apply(client), CALLERS);
    }
    // end::future[]

    // tag::proxy[]
    /** A client whose calls go to an object of this process, once it is built. */
    static <T> T direct(Handle<T> handle, CompletableFuture<Object> object) {
        return proxy(handle, (method, arguments) ->
                invoke(wait(object), method, arguments));
    }

    /** What to do with a call. */
    interface Call {
        Object make(Method method, Object[] arguments) throws Throwable;
    }

    static <T> T proxy(Handle<T> handle, Call call) {
        InvocationHandler handler = (self, method, arguments) ->
                switch (method.getName()) {
                    case "toString" -> "client of " + handle.label();
                    case "hashCode" -> handle.hashCode();
                    case "equals" -> self == arguments[0];
                    default -> call.make(method, arguments);
                };
        var service = handle.service();
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(), new Class<?>[] {service}, handler));
    }
    // end::proxy[]

    /** Call a method, and throw what it throws. */
    static Object invoke(Object object, Method method, Object[] arguments) throws Throwable {
        try {
            method.setAccessible(true);
            return method.invoke(object, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** The object, or what its constructor threw. */
    static Object wait(CompletableFuture<Object> object) throws Throwable {
        try {
            return object.join();
        } catch (CompletionException e) {
            throw e.getCause();
        }
    }
}
