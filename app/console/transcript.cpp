#include "console/transcript.h"

#include "base/appearance.h"

#include <QScrollBar>
#include <QTextBlock>

#include <utility>

namespace tetherscope {

namespace {

/// ">>> " before the first line, "... " before the others.
QString prompted(const QString &statement)
{
    return QStringLiteral(">>> ") + QString(statement).replace(u'\n', QStringLiteral("\n... "));
}

} // namespace

Transcript::Transcript(const Appearance &appearance, QWidget *parent)
    : QTextEdit(parent)
    , m_appearance(appearance)
{
    setObjectName(QStringLiteral("transcript"));
    setAccessibleName(tr("What was run"));
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setUndoRedoEnabled(false);
    setAcceptDrops(false);
    viewport()->setAcceptDrops(false);
    setFocusPolicy(Qt::ClickFocus); // Tab leads to where one types
    setWordWrapMode(QTextOption::WrapAnywhere);
    document()->setDocumentMargin(0);
    setViewportMargins(14, 4, 8, 0);
    connect(&appearance, &Appearance::changed, this, &Transcript::showAll);
}

void Transcript::add(Kind kind, const QString &text)
{
    m_entries.push_back({kind, text});
    show(m_entries.back());
}

void Transcript::clearAll()
{
    m_entries.clear();
    clear();
}

void Transcript::showAll()
{
    clear();
    for (const Entry &entry : std::as_const(m_entries))
        show(entry);
}

void Transcript::show(const Entry &entry)
{
    const Theme &theme = m_appearance.theme();
    QTextCharFormat format;
    format.setFont(entry.kind == Kind::Remark ? theme.fonts.body : theme.fonts.code);
    format.setFontItalic(entry.kind == Kind::Value);
    format.setForeground(entry.kind == Kind::Statement ? theme.text
                         : entry.kind == Kind::Remark  ? theme.placeholder
                                                       : theme.secondary);
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    if (!document()->isEmpty())
        end.insertBlock();
    end.insertText(entry.kind == Kind::Statement ? prompted(entry.text) : entry.text, format);
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

} // namespace tetherscope
