package lectern.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    private static final String TOKEN = Gate.newToken();
    private static final String HERE = "127.0.0.1:7070";

    private final Gate gate = new Gate("127.0.0.1", 7070, TOKEN);

    private static Gate.Request get(String host, String token) {
        return new Gate.Request(
                "GET", Optional.of(host), Optional.empty(), Optional.of(token), Optional.empty());
    }

    private static Gate.Request post(String host, String origin, String shown, String sworn) {
        return new Gate.Request(
                "POST",
                Optional.of(host),
                Optional.ofNullable(origin),
                Optional.of(shown),
                Optional.ofNullable(sworn));
    }

    @Test
    void tokensAreLongAndNeverTheSame() {
        assertThat(TOKEN).hasSize(32).isNotEqualTo(Gate.newToken());
    }

    @ParameterizedTest
    @ValueSource(strings = {HERE, "localhost:7070", "LOCALHOST:7070", "[::1]:7070"})
    void pageWithTokenPasses(String host) {
        assertThat(gate.refusal(get(host, TOKEN))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example:7070",
                "127.0.0.1.evil.example:7070",
                "127.0.0.1",
                "127.0.0.1:7071",
                "localhost:7070.evil.example",
                "192.168.1.5:7070",
                ""
            })
    void otherNamesOfThisMachineAreRefused(String host) {
        assertThat(gate.refusal(get(host, TOKEN))).contains("this server has another name");
    }

    @Test
    void requestWithoutHostIsRefused() {
        assertThat(
                        gate.refusal(
                                new Gate.Request(
                                        "GET",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(TOKEN),
                                        Optional.empty())))
                .contains("this server has another name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "token"})
    void wrongTokenIsRefused(String token) {
        assertThat(gate.refusal(get(HERE, token)))
                .contains("open the address that the terminal shows, with its token");
    }

    @Test
    void pageOfAnotherSiteIsRefusedEvenWithTheToken() {
        assertThat(gate.refusal(post(HERE, "http://evil.example", TOKEN, TOKEN)))
                .contains("pages of other sites may not ask here");
        assertThat(gate.refusal(post(HERE, "https://" + HERE, TOKEN, TOKEN)))
                .contains("pages of other sites may not ask here");
        assertThat(gate.refusal(post(HERE, "null", TOKEN, TOKEN)))
                .contains("pages of other sites may not ask here");
    }

    @Test
    void changeNeedsOriginAndTheTokenInAHeader() {
        assertThat(gate.refusal(post(HERE, "http://" + HERE, TOKEN, TOKEN))).isEmpty();
        assertThat(gate.refusal(post(HERE, "http://" + HERE, TOKEN, null)))
                .contains("only a page of this book may ask for that");
        assertThat(gate.refusal(post(HERE, null, TOKEN, TOKEN)))
                .contains("only a page of this book may ask for that");
        assertThat(gate.refusal(post(HERE, "http://" + HERE, "", TOKEN)))
                .contains("open the address that the terminal shows, with its token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get"})
    void otherMethodsAreRefused(String method) {
        Optional<String> origin = Optional.of("http://" + HERE);
        Optional<String> token = Optional.of(TOKEN);
        assertThat(gate.refusal(new Gate.Request(method, Optional.of(HERE), origin, token, token)))
                .contains("there is no such request here");
    }

    @Test
    void serverForOthersGoesByItsNameOrABareAddress() {
        Gate open = new Gate("desk.example", 7070, TOKEN);
        assertThat(open.refusal(get("desk.example:7070", TOKEN))).isEmpty();
        assertThat(open.refusal(get("192.168.1.5:7070", TOKEN))).isEmpty();
        assertThat(open.refusal(get("evil.example:7070", TOKEN)))
                .contains("this server has another name");
    }
}
