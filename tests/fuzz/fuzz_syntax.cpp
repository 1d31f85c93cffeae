// Any bytes through lexer, highlighter and parser: what holds of every text, however broken.
#include "astdump.h"
#include "check.h"

#include "syntax/ast.h"
#include "syntax/highlight.h"
#include "syntax/lexer.h"
#include "syntax/scenario.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

using namespace tetherscope;

namespace {

/// The code points of each line; every stray byte counts as one.
std::vector<std::size_t> lineLengths(std::string_view text)
{
    std::vector<std::size_t> lengths(1);
    for (const char byte : text) {
        if (byte == '\n')
            lengths.push_back(0);
        else
            ++lengths.back();
    }
    return lengths;
}

void checkPlace(Place place, const std::vector<std::size_t> &lengths)
{
    check(place.line >= 1 && place.line <= lengths.size(), "a place is on a line of the text");
    const std::size_t behind = lengths[place.line - 1] + 1;
    check(place.column >= 1 && place.column <= behind, "a place begins in its line or right behind it");
    // What is missing at the end of a line is underlined behind it.
    check(place.endColumn >= place.column && place.endColumn <= behind + 1, "a place ends in its line");
}

void checkTokens(std::string_view text)
{
    const LexedText lexed = lex(text);
    check(!lexed.tokens.empty() && lexed.tokens.back().kind == TokenKind::End, "the last token is the end");
    std::size_t at = 0;
    int depth = 0;
    for (const Token &token : lexed.tokens) {
        check(token.begin >= at && token.begin <= token.end && token.end <= text.size(),
              "tokens are in order and inside the text");
        at = token.end;
        depth += token.kind == TokenKind::Indent ? 1 : token.kind == TokenKind::Dedent ? -1 : 0;
        check(depth >= 0, "no dedent is without its indent");
    }
    check(depth == 0, "each indent has its dedent");
}

void checkHighlight(std::string_view text)
{
    const std::vector<std::size_t> lengths = lineLengths(text);
    const std::vector<HighlightSpan> spans = highlight(text);
    Place last{1, 1, 1};
    for (const HighlightSpan &span : spans) {
        checkPlace(span.place, lengths);
        check(span.place.endColumn > span.place.column, "a coloured part is not empty");
        check(span.place.line > last.line ||
                  (span.place.line == last.line && span.place.column >= last.endColumn),
              "coloured parts are in order, none over another");
        last = span.place;
    }
    check(highlight(text) == spans, "a text is coloured alike twice");
}

void checkParse(std::string_view text)
{
    const ParseResult first = parseScenario(text);
    const ParseResult second = parseScenario(text);
    check(first.diagnostics == second.diagnostics, "a text has the same faults twice");
    check((first.scenario == nullptr) != first.diagnostics.empty(), "a text is a scenario or has faults");
    if (first.scenario)
        check(dump(first.scenario->module()) == dump(second.scenario->module()),
              "a text is read alike twice");
    if (text.find('\r') != std::string_view::npos)
        return; // the places are those of the text with other line ends
    const std::vector<std::size_t> lengths = lineLengths(text);
    for (const Diagnostic &diagnostic : first.diagnostics) {
        check(!diagnostic.message.empty(), "a fault is said in words");
        if (diagnostic.place.line > 0)
            checkPlace(diagnostic.place, lengths);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // libFuzzer hands out bytes; a text is made of char.
    const std::string text(data, data + size);
    checkTokens(text);
    checkHighlight(text);
    checkParse(text);
    return 0;
}
