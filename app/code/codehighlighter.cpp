#include "code/codehighlighter.h"

#include "base/appearance.h"

#include <algorithm>
#include <utility>

namespace tetherscope {

namespace {

/// Where the code point of that 1-based column begins in the line's UTF-16.
int offsetOf(const QString &line, std::uint32_t column)
{
    qsizetype offset = 0;
    for (std::uint32_t passed = 1; passed < column && offset < line.size(); ++passed)
        offset += line[offset].isHighSurrogate() ? 2 : 1;
    return static_cast<int>(offset);
}

} // namespace

CodeHighlighter::CodeHighlighter(QTextDocument *document, const Appearance &appearance)
    : QSyntaxHighlighter(document)
    , m_appearance(appearance)
{
}

bool CodeHighlighter::setScenario(std::string_view text)
{
    std::vector<HighlightSpan> spans;
    if (text.size() <= longestText)
        spans = highlight(text);
    const bool differs = spans != m_spans;
    m_spans = std::move(spans);
    return differs;
}

QTextCharFormat CodeHighlighter::formatOf(HighlightKind kind) const
{
    const Theme &theme = m_appearance.theme();
    QTextCharFormat format;
    switch (kind) {
    case HighlightKind::Keyword:
    case HighlightKind::Decorator:
        format.setForeground(theme.syntaxKeyword);
        break;
    case HighlightKind::Constant:
    case HighlightKind::Builtin:
    case HighlightKind::Number:
        format.setForeground(theme.syntaxNumber);
        break;
    case HighlightKind::String:
        format.setForeground(theme.syntaxString);
        break;
    case HighlightKind::Comment:
        format.setForeground(theme.syntaxComment);
        break;
    case HighlightKind::Definition:
        format.setForeground(theme.text);
        break;
    }
    return format;
}

void CodeHighlighter::highlightBlock(const QString &text)
{
    const auto line = static_cast<std::uint32_t>(currentBlock().blockNumber() + 1);
    auto span = std::lower_bound(
        m_spans.begin(), m_spans.end(), line,
        [](const HighlightSpan &left, std::uint32_t sought) { return left.place.line < sought; });
    for (; span != m_spans.end() && span->place.line == line; ++span) {
        const int start = offsetOf(text, span->place.column);
        setFormat(start, offsetOf(text, span->place.endColumn) - start, formatOf(span->kind));
    }
}

} // namespace tetherscope
