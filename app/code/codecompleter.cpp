#include "code/codecompleter.h"

#include "syntax/completion.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStringListModel>
#include <QTextCursor>
#include <QTextEdit>

namespace tetherscope {

namespace {

constexpr int leastLettersUnasked = 2;
constexpr std::size_t longestText = 400'000; ///< beyond, words would come later than the next letter

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

CodeCompleter::CodeCompleter(QTextEdit &editor)
    : QCompleter(&editor)
    , m_editor(editor)
    , m_words(new QStringListModel(this))
{
    setModel(m_words);
    setWidget(&editor);
    setCompletionMode(QCompleter::PopupCompletion);
    setCaseSensitivity(Qt::CaseSensitive);
    popup()->setObjectName(QStringLiteral("completions"));
    connect(this, qOverload<const QString &>(&QCompleter::activated), this, &CodeCompleter::insert);
}

bool CodeCompleter::take(QKeyEvent &event)
{
    if (event.key() == Qt::Key_Space && event.modifiers() == Qt::ControlModifier) {
        show(0);
        return true;
    }
    if (!popup()->isVisible())
        return false;
    switch (event.key()) {
    case Qt::Key_Enter:
    case Qt::Key_Return:
    case Qt::Key_Tab:
        insert(popup()->currentIndex().data().toString());
        popup()->hide();
        return true;
    case Qt::Key_Escape:
        popup()->hide();
        return true;
    default:
        return false;
    }
}

void CodeCompleter::offer(const QKeyEvent &event)
{
    const bool isLetter = !event.text().isEmpty() && (event.text().at(0).isLetterOrNumber() ||
                                                      event.text().at(0) == u'_' || event.text() == u".");
    if (isLetter || (popup()->isVisible() && event.key() == Qt::Key_Backspace))
        show(leastLettersUnasked);
    else if (event.key() != Qt::Key_Shift)
        popup()->hide();
}

void CodeCompleter::show(int leastLetters)
{
    const QTextCursor cursor = m_editor.textCursor();
    const QString text = m_editor.toPlainText();
    if (static_cast<std::size_t>(text.size()) > longestText)
        return;
    const std::string bytes = text.toStdString();
    const auto offset = static_cast<std::size_t>(text.left(cursor.position()).toUtf8().size());
    const Completion found = completionsAt(bytes, offset);
    m_typed =
        static_cast<int>(fromUtf8(std::string_view(bytes).substr(found.begin, offset - found.begin)).size());
    QStringList words;
    for (const std::string_view word : found.words)
        words.append(fromUtf8(word));
    if (words.isEmpty() || (m_typed < leastLetters && !found.isAttribute))
        return popup()->hide();
    m_words->setStringList(words);
    setCompletionPrefix({});
    popup()->setFont(m_editor.document()->defaultFont());
    popup()->setCurrentIndex(completionModel()->index(0, 0));
    QRect place = m_editor.cursorRect();
    place.setWidth(popup()->sizeHintForColumn(0) + popup()->verticalScrollBar()->sizeHint().width() + 8);
    complete(place.translated(0, 4));
}

void CodeCompleter::insert(const QString &word)
{
    m_editor.textCursor().insertText(word.mid(m_typed));
}

} // namespace tetherscope
