///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Spread the parameter blocks of ResNet-50 over servers, by MXNet's rule and by that of Optimus.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES optimus/Assignment.java

import java.util.List;
import optimus.Assignment;

/** Parameter assignment: equal bytes and equal requests for every server, in as few requests as there are blocks. */
class ParameterAssignment {
    public static void main(String... argv) {
        var args = new Args("parameter-assignment",
                "Spread the parameter blocks of ResNet-50 over servers, by MXNet's rule and by that of Optimus.");
        var servers = args.whole("servers", 10, 1, 200, "parameter servers");
        args.read(argv);
        var facts = new Facts("parameter-assignment");
        var blocks = Assignment.resNet50();
        compare(facts, blocks, servers.getAsInt());
        long total = blocks.stream().mapToLong(Long::longValue).sum();
        facts.value("blocks", blocks.size(), "");
        facts.value("parameters", total, "");
        facts.value("large", blocks.stream().filter(size -> size >= 1_000_000).count(), "");
        facts.exactly("blocks", 157, "optimus-code, mxnet/PAA", "the same network in the same framework");
        facts.exactly("parameters", 25549486, "optimus-code, mxnet/PAA", "the same network in the same framework");
        if (servers.getAsInt() == 10) {
            facts.exactly("requests-mxnet", 247, "optimus-code, mxnet/PAA", "the same rule on the same blocks");
            facts.exactly("size-difference-optimus", 104576, "optimus-code, mxnet/PAA", "the same rule on the same blocks");
            facts.exactly("request-difference-optimus", 1, "optimus-code, mxnet/PAA", "the same rule on the same blocks");
        }
        facts.finish();
    }

    // tag::compare[]
    private static void compare(Facts facts, List<Long> blocks, int servers) {
        var table = Table.of(
                "rule|%s", "requests|%d", "size difference|%,d", "request difference|%d");
        row(facts, table, "mxnet", Assignment.mxnet(blocks, servers, false));
        row(facts, table, "mxnet-size-key", Assignment.mxnet(blocks, servers, true)); // <1>
        row(facts, table, "optimus", Assignment.paa(blocks, servers));
        System.out.print(table.text() + "\n");
    }
    // end::compare[]

    private static void row(Facts facts, Table table, String rule, Assignment assignment) {
        table.row(rule, assignment.totalRequests(), assignment.sizeDifference(), assignment.requestDifference());
        facts.value("requests-" + rule, assignment.totalRequests(), "");
        facts.value("size-difference-" + rule, assignment.sizeDifference(), "");
        facts.value("request-difference-" + rule, assignment.requestDifference(), "");
    }
}
