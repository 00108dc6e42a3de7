package lectern.resolve;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lectern.script.Resolved;
import lectern.script.UnresolvedDependency;
import lectern.text.Digests;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;

/**
 * Resolves through Maven's own resolver, with the mirrors and proxies of the user's settings. What
 * the local repository has is taken without asking the network.
 */
public final class MavenRepositories implements RememberedDependencies.Resolver {
    private final ContextOverrides.Builder settings;

    private MavenRepositories(ContextOverrides.Builder settings) {
        this.settings = settings;
    }

    /** The local repository and the settings of the user. */
    public static MavenRepositories ofUser() {
        return new MavenRepositories(ContextOverrides.create().withUserSettings(true));
    }

    /** One remote repository and a local one, whatever the user's settings say. */
    static MavenRepositories of(String url, Path local) {
        RemoteRepository remote = new RemoteRepository.Builder("central", "default", url).build();
        return new MavenRepositories(
                ContextOverrides.create()
                        .withUserSettings(false)
                        .withLocalRepositoryOverride(local)
                        .repositories(List.of(remote))
                        .addRepositoriesOp(ContextOverrides.AddRepositoriesOp.REPLACE));
    }

    /** The folder of the user's local repository. */
    public static Path localRepository() {
        try (Context context = open(ContextOverrides.create().withUserSettings(true), true)) {
            return context.repositorySystemSession().getLocalRepository().getBasedir().toPath();
        }
    }

    private static Context open(ContextOverrides.Builder settings, boolean offline) {
        return Runtimes.INSTANCE.getRuntime().create(settings.offline(offline).build());
    }

    @Override
    public List<Resolved> resolve(List<String> coordinates) {
        try {
            return resolve(coordinates, true);
        } catch (DependencyResolutionException absent) {
            try {
                return resolve(coordinates, false);
            } catch (DependencyResolutionException e) {
                throw unresolved(coordinates, e);
            }
        }
    }

    private List<Resolved> resolve(List<String> coordinates, boolean offline)
            throws DependencyResolutionException {
        try (Context context = open(settings, offline)) {
            CollectRequest collect = new CollectRequest();
            collect.setRepositories(context.remoteRepositories());
            coordinates.forEach(
                    text ->
                            collect.addDependency(
                                    new Dependency(Coordinates.parse(text), JavaScopes.RUNTIME)));
            DependencyRequest request =
                    new DependencyRequest(
                            collect, DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME));
            List<Resolved> found = new ArrayList<>();
            for (ArtifactResult result :
                    context.repositorySystem()
                            .resolveDependencies(context.repositorySystemSession(), request)
                            .getArtifactResults()) {
                Artifact artifact = result.getArtifact();
                Path file = artifact.getFile().toPath();
                found.add(new Resolved(Coordinates.of(artifact), file, Digests.ofFile(file).hex()));
            }
            return List.copyOf(found);
        }
    }

    private static UnresolvedDependency unresolved(
            List<String> coordinates, DependencyResolutionException e) {
        Optional<Artifact> missing = missing(e);
        String name = missing.map(Coordinates::of).orElse(String.join(" ", coordinates));
        boolean own = coordinates.contains(name) || missing.isEmpty();
        String what =
                own
                        ? "dependency '" + name + "'"
                        : "'" + name + "', which " + String.join(" ", coordinates) + " needs,";
        if (missing.isPresent()) {
            return new UnresolvedDependency(
                    what + " does not exist",
                    "check group, artifact and version; the repositories have no such file",
                    e);
        }
        return new UnresolvedDependency(
                what + " is not on this machine, and no repository can be reached",
                "go online once, and it will be kept; behind a proxy, name it in settings.xml",
                e);
    }

    /** What a repository that answered does not have. */
    private static Optional<Artifact> missing(DependencyResolutionException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ArtifactNotFoundException absent) {
                return Optional.of(absent.getArtifact());
            }
        }
        return Optional.empty();
    }
}
