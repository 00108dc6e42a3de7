package lectern.markdown;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.util.ast.Node;

/** The words of a part of the tree, without any markup. */
final class PlainText {
    private PlainText() {}

    static String of(Node node) {
        StringBuilder words = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof SoftLineBreak || child instanceof HardLineBreak) {
                words.append(' ');
            } else if (child instanceof Code code) {
                words.append(code.getText());
            } else if (child instanceof HtmlInline) {
                continue;
            } else if (child.hasChildren() || child instanceof Image || child instanceof LinkRef) {
                words.append(of(child));
            } else {
                words.append(child.getChars().unescape());
            }
        }
        return words.toString();
    }
}
