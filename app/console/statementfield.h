#pragma once

#include "console/statementhistory.h"

#include <QPlainTextEdit>

#include <functional>

class QCompleter;
class QStringListModel;

namespace tetherscope {

class Appearance;

/// Where a statement is typed: Enter runs it, Shift+Enter begins another line, Up and Down at the first and
/// the last line go through what was typed before, Tab completes. As high as its text, up to a few lines.
///
/// It keeps all plain keys; Esc is left to the parent.
/// Lifetime  `appearance` must outlive it.
class StatementField : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// The words that may stand at the end of the text before the cursor, and how much of it they replace.
    struct Completions
    {
        QStringList words;
        QString prefix;
    };
    using Completer = std::function<Completions(const QString &textBefore)>;

    StatementField(const Appearance &appearance, QWidget *parent = nullptr);

    void setCompleter(Completer completer) { m_completions = std::move(completer); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    /// Where in the field the character of that 1-based column of a line begins, in pixels.
    int columnX(int line, int column) const;
    const QCompleter &completer() const { return *m_completer; }

public Q_SLOTS:
    /// Empties the field; what was in it can be had again with Up.
    void acceptStatement();

Q_SIGNALS:
    void submitted(const QString &statement);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool takesKey(const QKeyEvent &event);
    void submit();
    void breakLine();
    bool recall(int direction);
    void complete();
    void showCompletions();
    void insertCompletion(const QString &word);
    void applyTheme();
    void fitHeight();

    const Appearance &m_appearance;
    StatementHistory m_history;
    Completer m_completions;
    QStringListModel *m_words;
    QCompleter *m_completer;
};

} // namespace tetherscope
