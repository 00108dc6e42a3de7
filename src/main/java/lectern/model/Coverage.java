package lectern.model;

import java.util.List;

/**
 * A promise of the book to answer every line of a source: {@code coverage::seed.md[by=map.csv]}.
 *
 * @param source file whose lines are answered, relative to the book root
 * @param lines of the source
 * @param map file that says where, relative to the book root
 * @param claims its rows, in order
 * @param location of the macro
 */
public record Coverage(
        String source, List<String> lines, String map, List<Claim> claims, Location location) {

    /** Copy the lists. */
    public Coverage {
        lines = List.copyOf(lines);
        claims = List.copyOf(claims);
    }

    /** Whether some claim answers one element of a line, which counts from 1. */
    public boolean answers(int line, SourceElement element) {
        return claims.stream()
                .filter(claim -> claim.covers(line))
                .anyMatch(claim -> element == SourceElement.TEXT || claim.element() == element);
    }
}
