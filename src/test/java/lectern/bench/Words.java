package lectern.bench;

import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/** Makes plain sentences about machines from small word lists; the same seed, the same words. */
final class Words {
    private static final List<String> SUBJECTS =
            List.of(
                    "the scheduler",
                    "a worker",
                    "the optimizer",
                    "each shard",
                    "the loader",
                    "a checkpoint",
                    "the kernel",
                    "one replica",
                    "the cache",
                    "a queue",
                    "the switch",
                    "every host");
    private static final List<String> VERBS =
            List.of(
                    "waits for",
                    "copies",
                    "reads",
                    "splits",
                    "merges",
                    "orders",
                    "counts",
                    "keeps",
                    "sends",
                    "drops",
                    "repeats",
                    "measures");
    private static final List<String> OBJECTS =
            List.of(
                    "the gradient",
                    "its block",
                    "the next page",
                    "a message",
                    "the weights",
                    "the oldest entry",
                    "two tiles",
                    "the batch",
                    "a lock",
                    "the last step",
                    "the index",
                    "half of the rows");
    private static final List<String> REASONS =
            List.of(
                    "because the link is slower than the memory",
                    "before the others may go on",
                    "so that no byte travels twice",
                    "while the processor works on the block before it",
                    "until the sum has gone around the ring",
                    "when the queue is longer than the budget allows",
                    "as long as the working set fits",
                    "although the average hides it");
    private static final List<String> CHINESE =
            List.of(
                    "这里的瓶颈是带宽",
                    "不是计算能力",
                    "先看数据从哪里来",
                    "缓存命中率决定速度",
                    "每一步都要同步",
                    "流水线可以隐藏延迟",
                    "这个结论依赖批大小",
                    "需要再测一次");
    private static final List<String> NAMES =
            List.of("Ring", "Shard", "Queue", "Block", "Batch", "Cursor", "Frame", "Window");

    private final Random random;

    Words(long seed) {
        random = new Random(seed);
    }

    /** A whole number from 0 up to, and without, a bound. */
    int number(int bound) {
        return random.nextInt(bound);
    }

    /** One sentence, with its full stop. */
    String sentence() {
        String text = pick(SUBJECTS) + " " + pick(VERBS) + " " + pick(OBJECTS);
        String whole = number(3) == 0 ? text : text + " " + pick(REASONS);
        return Character.toUpperCase(whole.charAt(0)) + whole.substring(1) + ".";
    }

    /** A paragraph of so many sentences, one per line. */
    String paragraph(int sentences) {
        StringJoiner lines = new StringJoiner("\n");
        for (int i = 0; i < sentences; i++) {
            lines.add(sentence());
        }
        return lines.toString();
    }

    /** A few words without a full stop, fit for a title. */
    String title() {
        String text = pick(OBJECTS) + " " + pick(REASONS).replaceFirst("^so that ", "where ");
        return "On " + text;
    }

    /** A remark in Chinese, with its full stop. */
    String chinese() {
        return pick(CHINESE) + "，" + pick(CHINESE) + "。";
    }

    /** A word that can name a class. */
    String name() {
        return pick(NAMES);
    }

    private String pick(List<String> words) {
        return words.get(number(words.size()));
    }
}
