package lectern.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small notes, each with one thing that went wrong, or could, in notes of real people. */
class HostileNotesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<br>\n\na<br>\n\n<br>b\n\n- <br>\n- c\n",
                "`[[Call]]` and `[[Call]]` and `F.[[Call]](v)` and `x[[A]]{y}` `x[[A]]{y}`\n",
                "这是一句。 下一句。FT 是。 Next one. 好的\n",
                "说明。\"算法\"是指从数据中学得。“好。”然后（好。）再说\n",
                "```\na\n\n```\n\n```\n\nb\n```\n\n```sh\nc \n\n\n```\n",
                "```rust,ignore,no_run\na\n```\n\n```{important}\nb\n```\n\n```js{1,3-4} title=\"t\"\nc\n```\n",
                "串$(+,+)$在$\\mathcal{H}$中 $(+, +, +), (+, +, -)$ and $\\{-,+\\}$ and `+x{` `c++` $+$\n",
                "[link `a=b` `a[0]` `x, y` `\"q\"`](http://x.org/) and `#[a(b)]` [x `#[c]`](d.html)\n",
                "`a[0]` [b `c[1]` `+d` `e+` `f +g` `h+i` `+j{k}` `l++m` `n + o`\n",
                "- a\n\n  b\n\n  - c\n  - d\n\n  e\n\n  ```\n  f\n  ```\n- g\n",
                "- a\n  - b\n    - c\n\n    d\n\n    e\n\n  f\n\n  g\n",
                "- a\n  - b\n    - c\n\n    d\n  - e\n\n    1. f\n\n    - g\n- h\n  - i\n\n  1. j\n",
                "<details>\n  <summary>A</summary>\n\n## B\n\nc\n\n</details>\n\n## D\n",
                "[a](#b(c)) [d](e f.md)\n\n## B(c)\n\n## D\n",
                "- ![a](b.png)\n\n  c\n- ```\n  d\n  ```\n-\n- > e\n",
                "<p align=\"center\">\n  <img src=\"a.png\" width=\"30\"> <a href=\"http://x.org/\">b</a><br>\n  c &amp; <b>*d*</b>\n</p>\n",
                "<p align=center><a href=https://x.org/w?v=1&amp;u=2>a</a></p>\n\n<center>b</center>\n",
                "<h1 align=\"center\">Title <sub>a</sub></h1>\n\n<div align=\"right\">b</div>\n\n<div>c\n\n*d*\n\n</div>\n",
                "a <span class=\"b c\">*d*</span> e<span class=\"f\">g</span>h <span style=\"i\">j</span>\n",
                "`Error: ` ` x` `y :: Int` `a ;; b` `::` a :: b c:: and d;; e\n",
                "# A\n\n#### B [c](d.html)\n\n## **E** `f`\n\n# G\n\n###### H\n\n### [I](j.html) k\n",
                "## A.b {#a.b}\n\n### 1. C {#1-c}\n\n[x](#a.b) [y](#1-c) [z](#d-e)\n\n### D e\n",
                "<details>\n<summary><b>A</b> &amp; b</summary>\n\n- c\n\n</details>\n",
                "<details open>\n\n<summary>A</summary>\n\nb\n\n</details>\n",
                "A[^1] and b[^n].\n\n| a | b |\n|---|---|\n| c[^1] | d |\n\n[^1]: One *e*.\n[^n]: Two `f`.\n",
                "Term\n: One *a*\n\nOther\n: Two\n: Three\n",
                "- a\n\n      code\n\n  1. b\n\n     ```\n       c\n     ```\n\n   odd\n",
                "* a\n+ b\n- c\n\n1) d\n2. e\n",
                "- [x] a\n- [ ] b\n  - [X] c\n",
                "```\nnever closed\n\n# no heading\n",
                "中文**粗体**中文*斜体*中文~~删~~中文`码`中文，**“引”**。\n",
                "**注意：**这里*（甲）*乙，**丙。**丁\n",
                "> a\n>\n> > b\n> - c\n>\n>   ```\n>   d\n>   ```\ne\n",
                "\ta\n\n-\tb\n\n\tc\n\n1.\td\n",
                "| a | b |\n|:-:|--:|\n| `c` d | e | f |\n| g |\n",
                "it's দু'জনের don't 'a' \"b\" rock'n'roll\n",
                "![ a ](b.png) ![](c.png \"t\") [![d](e.png)](f.html)\n",
                "see [x](a b.md) and [`y`](c d.md)\n",
                ":::tip\na\n:::\n\n[TOC]\n\n{% b %}\n\n{{< c >}}\n\n%%d%%\n",
                "a\n<!-- b -->\nc\n\n<!-- d\n\ne -->\n\nf\n",
                "include::a[]\n\nifdef::b[]\n\n:c: d\n\n[[e]]f\n\n.g\n\n////\n\n|===\n\n'''\n"
            })
    void noteBecomesTheSameDocument(String markdown) {
        Comparison comparison = Comparison.of(markdown);
        assertThat(comparison.actual()).as(comparison.note()).isEqualTo(comparison.expected());
        assertThat(comparison.messages()).isEmpty();
        assertThat(comparison.losses()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '\u21D2',
            quoteCharacter = '\u00A8',
            value = {
                "`<h1>` `foo()` `a/b.c` `-x --y` `a = b`\u21D2`<h1>` `foo()` `a/b.c` `-x --y` `a = b`",
                "`a->b` `{x}` `it's` `*`\u21D2`+a->b+` `+{x}+` `+it's+` `+*+`",
                "`a + b` `c++` `d +e`\u21D2`a + b` `c{plus}{plus}` `+d +e+`",
                "`Error: `\u21D2`Error:{sp}`",
                "<span class='a'>b</span>\u21D2[.a]#b#",
                "<p align=center>a</p>\u21D2[.text-center]\\na",
                "- ![a](b.png)\u21D2* image:b.png[a]",
                "[a](#B-c)\\n\\n## B C\u21D2xref:#B-c[a]\\n\\n[#B-c]\\n== B C",
                "[a](#1-b)\\n\\n## 1. B\u21D2xref:#1-b[a]\\n\\n[#1-b]\\n== 1. B",
                "```rust,no_run\\na\\n```\u21D2[source.no_run,rust]\\n----\\na\\n----",
            })
    void noteReadsAsAPersonWouldWriteIt(String markdown, String note) {
        assertThat(new MarkdownImporter(false).convert(markdown.replace("\\n", "\n")).text())
                .isEqualTo(note.replace("\\n", "\n") + "\n");
    }

    @Test
    void whatFollowsAListInAnItemStaysInTheItem() {
        assertThat(new MarkdownImporter(false).convert("- a\n  - b\n\n  c\n\n  d\n").text())
                .isEqualTo("* a\n+\n--\n* b\n\nc\n\nd\n--\n");
    }
}
