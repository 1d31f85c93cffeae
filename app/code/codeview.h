#pragma once

#include <QTextEdit>

#include <cstdint>
#include <vector>

namespace tetherscope {

class Appearance;
class CodeHighlighter;
class Session;

/// The scenario's text with line numbers: where one is, what the author says to it, and which lines wait.
///
/// The statement just done has a solid bar and a tint; a line that waits for a call has a hollow bar; the
/// comment above the statement is lit at full contrast. Read-only.
///
/// Lifetime  Session and appearance must outlive it.
class CodeView : public QTextEdit
{
    Q_OBJECT

public:
    CodeView(const Session &session, const Appearance &appearance, QWidget *parent = nullptr);
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
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void showDocument();
    void showMoment();
    void applyTheme();
    void setCodeFormat();
    QRectF rowOf(int line) const; ///< in the viewport, full width
    void paintGround(QPainter &painter) const;
    void paintNumbers(QPainter &painter) const;
    void lightNarration();
    void keepInSight(int line);

    const Session &m_session;
    const Appearance &m_appearance;
    CodeHighlighter *m_highlighter;
    Lines m_lines;
};

} // namespace tetherscope
