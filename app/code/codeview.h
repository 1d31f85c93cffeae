#pragma once

#include <QTextEdit>

#include <optional>
#include <vector>

class QHelpEvent;

namespace tetherscope {

class Appearance;
class CodeCompleter;
class CodeHighlighter;
class Session;

/// The scenario's text with line numbers: where one is, what the author says to it, and which lines wait.
///
/// The statement just done has a solid bar and a tint; a line that waits for a call has a hollow bar; the
/// comment above the statement is lit at full contrast. While what has been typed is not what has run, there
/// are none of these; what keeps it from running is underlined.
///
/// An editor as programmers know it: Tab and Backspace by four blanks in front of a line, Enter keeps the
/// indentation, names are completed. It has all plain keys; Escape leaves it. Tab passes it by until
/// something is typed or clicked.
///
/// Lifetime  Session and appearance must outlive it.
class CodeView : public QTextEdit
{
    Q_OBJECT

public:
    CodeView(Session &session, const Appearance &appearance, QWidget *parent = nullptr);
    ~CodeView() override;

    /// What is lit at this moment; lines are 1-based, a range ends after its last.
    struct Lines
    {
        int first = 0; ///< of the statement; 0: none
        int end = 0;
        int narrationFirst = 0; ///< of the comment above it, which ends where the statement begins
        std::vector<int> waiting;
    };
    const Lines &lines() const { return m_lines; }

protected:
    bool event(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void showDocument();
    void takeDraft();
    void setText(const QString &text);
    void noteTyping();
    void compareWithRun();
    void showMoment();
    void applyTheme();
    void setCodeFormat();
    bool showToolTip(const QHelpEvent &event);
    QRectF rowOf(int line) const; ///< in the viewport, full width
    void paintGround(QPainter &painter) const;
    void paintNumbers(QPainter &painter) const;
    void light();
    std::optional<ExtraSelection> narration() const;
    std::optional<ExtraSelection> problem() const;
    void keepInSight(int line);

    Session &m_session;
    const Appearance &m_appearance;
    CodeHighlighter *m_highlighter;
    CodeCompleter *m_completer;
    Lines m_lines;
    bool m_isRun = false;     ///< the text is that of the run
    bool m_isSetting = false; ///< the text is not being typed
};

} // namespace tetherscope
