#pragma once

#include <QCompleter>

class QKeyEvent;
class QStringListModel;
class QTextEdit;

namespace tetherscope {

/// Offers the words that core finds for the one being typed, in a list under the caret: from the second
/// letter or a dot on, or for Ctrl+Space. Enter or Tab takes one, Escape closes.
class CodeCompleter : public QCompleter
{
    Q_OBJECT

public:
    explicit CodeCompleter(QTextEdit &editor);

    /// True if the key is the list's or asks for it, and the text must not have it.
    bool take(QKeyEvent &event);
    /// After a key has changed the text.
    void offer(const QKeyEvent &event);

private:
    void show(int leastLetters);
    void insert(const QString &word);

    QTextEdit &m_editor;
    QStringListModel *m_words;
    int m_typed = 0; ///< letters of the word before the caret
};

} // namespace tetherscope
