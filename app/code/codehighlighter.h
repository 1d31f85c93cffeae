#pragma once

#include "syntax/highlight.h"

#include <QSyntaxHighlighter>

#include <string_view>
#include <vector>

namespace tetherscope {

class Appearance;

/// Gives a scenario's text its colours, which core has found.
///
/// `appearance` must outlive it; who owns the text calls rehighlight() when the theme changes.
class CodeHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    /// Longer texts stay in one colour: to lay them out in several takes longer than a person waits.
    static constexpr std::size_t longestText = 400'000;

    CodeHighlighter(QTextDocument *document, const Appearance &appearance);

    /// Before the document gets the text; or after it has been changed, and then true says that other parts
    /// of it than the changed ones have to be coloured too.
    bool setScenario(std::string_view text);

protected:
    void highlightBlock(const QString &text) override;

private:
    QTextCharFormat formatOf(HighlightKind kind) const;

    const Appearance &m_appearance;
    std::vector<HighlightSpan> m_spans; ///< in order
};

} // namespace tetherscope
