package lectern.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The same Pro Git 2 through the tools that Java users have. */
final class Peers {
    static final String PLUGIN = "asciidoctor-maven-plugin 3.2.0, Pro Git 2, one page";
    static final String PLAIN = "AsciidoctorJ in a plain JVM, Pro Git 2, one page";
    static final String PDF = "asciidoctor-pdf of this system, Pro Git 2";
    private static final String MAVEN = "org.apache.maven:apache-maven:3.9.11:zip:bin";
    private static final String UNPACK =
            "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:unpack";
    private static final String PROJECT =
            """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>peer</groupId>
              <artifactId>peer</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
              <build>
                <plugins>
                  <plugin>
                    <groupId>org.asciidoctor</groupId>
                    <artifactId>asciidoctor-maven-plugin</artifactId>
                    <version>3.2.0</version>
                    <executions>
                      <execution>
                        <phase>package</phase>
                        <goals>
                          <goal>process-asciidoc</goal>
                        </goals>
                      </execution>
                    </executions>
                    <configuration>
                      <sourceDirectory>SOURCE</sourceDirectory>
                      <sourceDocumentName>progit.asc</sourceDocumentName>
                      <resources>
                        <resource>
                          <directory>SOURCE</directory>
                          <includes>
                            <include>images/**</include>
                          </includes>
                        </resource>
                      </resources>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private Peers() {}

    /** The peers that can run here; AsciidoctorJ alone always can. */
    static List<Scenario> of(Settings settings) throws IOException, InterruptedException {
        if (settings.progit().isEmpty()) {
            return List.of();
        }
        Path checkout = settings.progit().get();
        List<Scenario> peers = new ArrayList<>(List.of(plain(settings, checkout)));
        Optional<Path> maven = maven(settings);
        if (maven.isPresent()) {
            peers.add(plugin(settings, checkout, maven.get()));
        }
        program("asciidoctor-pdf").ifPresent(found -> peers.add(pdf(settings, checkout, found)));
        return peers;
    }

    /** The PDF of the gem, as a distribution of Linux installs it. */
    private static Scenario pdf(Settings settings, Path checkout, Path program) {
        Path out = settings.bench().resolve("peer-pdf/progit.pdf");
        String source = checkout.resolve("progit.asc").toString();
        return new Scenario(
                PDF,
                Budget.NONE,
                round -> Folders.delete(out.getParent()),
                List.of(program.toString(), "-o", out.toString(), source),
                settings.bench(),
                out.resolveSibling("none"));
    }

    /** A program on the path of this system. */
    static Optional<Path> program(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Scenario plain(Settings settings, Path checkout) {
        Path out = settings.bench().resolve("peer-plain");
        String classes = settings.root().resolve("target/test-classes").toString();
        String libraries = settings.root().resolve("target/lib").toString();
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes + System.getProperty("path.separator") + libraries + "/*",
                        PeerAsciidoctorJ.class.getName(),
                        checkout.resolve("progit.asc").toString(),
                        out.toString());
        return new Scenario(
                PLAIN,
                Budget.NONE,
                round -> Folders.delete(out),
                command,
                settings.bench(),
                out.resolve("none"));
    }

    private static Scenario plugin(Settings settings, Path checkout, Path maven)
            throws IOException {
        Path project = settings.bench().resolve("peer-plugin");
        Files.createDirectories(project.resolve(".mvn"));
        Files.writeString(
                project.resolve("pom.xml"), PROJECT.replace("SOURCE", checkout.toString()));
        List<String> command =
                List.of(maven.resolve("bin/mvn").toString(), "-q", "-B", "-o", "package");
        return new Scenario(
                PLUGIN,
                Budget.NONE,
                round -> Folders.delete(project.resolve("target")),
                command,
                project,
                project.resolve("none"));
    }

    /**
     * The Maven that was named, or one unpacked by the Maven that runs this; its plugin fetched.
     */
    private static Optional<Path> maven(Settings settings)
            throws IOException, InterruptedException {
        String project = plugin(settings, Path.of("none"), Path.of("none")).folder() + "/pom.xml";
        Path unpacked = settings.bench().resolve("maven/apache-maven-3.9.11");
        if (settings.maven().isEmpty() && !Files.isDirectory(unpacked)) {
            List<String> unpack =
                    List.of(
                            "mvn",
                            "-q",
                            "-B",
                            "-f",
                            project,
                            UNPACK,
                            "-Dartifact=" + MAVEN,
                            "-DoutputDirectory=" + unpacked.getParent());
            if (!succeeds(settings, unpack)) {
                return Optional.empty();
            }
        }
        Path maven = settings.maven().orElse(unpacked);
        maven.resolve("bin/mvn").toFile().setExecutable(true);
        Scenario peer = plugin(settings, settings.progit().orElseThrow(), maven);
        List<String> online = peer.command().stream().filter(word -> !word.equals("-o")).toList();
        Path log = settings.bench().resolve("peer-preparation.log");
        boolean fetched = Meter.process(online, peer.folder(), log).start().waitFor() == 0;
        return fetched ? Optional.of(maven) : Optional.empty();
    }

    private static boolean succeeds(Settings settings, List<String> command)
            throws IOException, InterruptedException {
        Path log = settings.bench().resolve("peer-preparation.log");
        try {
            Process process = Meter.process(command, settings.bench(), log).start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false; // there is no such program here: the peer cannot run
        }
    }
}
