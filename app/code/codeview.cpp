#include "code/codeview.h"

#include "base/appearance.h"
#include "code/codecompleter.h"
#include "code/codehighlighter.h"
#include "code/typing.h"
#include "session/session.h"

#include <QAbstractTextDocumentLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace tetherscope {

namespace {

constexpr double codeLineHeight = 22;
constexpr int gutterWidth = 56; ///< numbers, right-aligned, and the space after them
constexpr int numberRight = 42;
constexpr int narrationX = gutterWidth - 7;
constexpr int barWidth = 4;

bool isCommentLine(const QTextBlock &block)
{
    return block.text().trimmed().startsWith(u'#');
}

int lineCountOf(std::string_view text)
{
    return text.empty() ? 0 : 1 + static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

CodeView::Lines linesAt(const Moment &moment, const QTextDocument &text)
{
    CodeView::Lines lines;
    for (const Frame &frame : moment.now().frames()) {
        if (frame.callerLine > 0 && static_cast<int>(frame.callerLine) <= text.blockCount())
            lines.waiting.push_back(static_cast<int>(frame.callerLine));
    }
    const Step &step = moment.step();
    if (step.line == 0 || static_cast<int>(step.line) > text.blockCount())
        return lines; // of a statement that was run behind the text's
    lines.first = static_cast<int>(step.line);
    lines.end = lines.first + std::max(1, lineCountOf(moment.lexicon().text(step.source)));
    lines.narrationFirst = lines.first;
    if (!step.narration)
        return lines;
    while (lines.narrationFirst > 1 && isCommentLine(text.findBlockByNumber(lines.narrationFirst - 2)))
        --lines.narrationFirst;
    return lines;
}

} // namespace

CodeView::CodeView(Session &session, const Appearance &appearance, QWidget *parent)
    : QTextEdit(parent)
    , m_session(session)
    , m_appearance(appearance)
    , m_highlighter(new CodeHighlighter(document(), appearance))
    , m_completer(new CodeCompleter(*this))
{
    setObjectName(QStringLiteral("code"));
    setAccessibleName(tr("Code"));
    setAcceptRichText(false);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QTextEdit::NoWrap);
    setAcceptDrops(false); // a dropped file is the window's
    viewport()->setAcceptDrops(false);
    document()->setDocumentMargin(0);
    connect(&session, &Session::documentChanged, this, &CodeView::showDocument);
    connect(&session, &Session::problemsChanged, this, &CodeView::light);
    connect(&session.draft(), &Draft::replaced, this, &CodeView::takeDraft);
    connect(this, &QTextEdit::textChanged, this, &CodeView::noteTyping);
    connect(&session, &Session::momentChanged, this, &CodeView::showMoment);
    connect(&appearance, &Appearance::changed, this, &CodeView::applyTheme);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, viewport(), qOverload<>(&QWidget::update));
    applyTheme();
}

CodeView::~CodeView() = default;

void CodeView::applyTheme()
{
    document()->setDefaultFont(m_appearance.fonts().code);
    setTabStopDistance(4 * QFontMetricsF(m_appearance.fonts().code).horizontalAdvance(u' '));
    m_highlighter->rehighlight();
    light();
}

/// What has been typed on meanwhile stays, and so do the caret and what can be undone.
void CodeView::showDocument()
{
    if (m_session.draft().text() != toPlainText())
        setText(m_session.draft().text());
    compareWithRun();
    m_lines = {};
}

void CodeView::takeDraft()
{
    setText(m_session.draft().text());
    noteTyping();
}

void CodeView::setText(const QString &text)
{
    m_isSetting = true;
    m_highlighter->setScenario(text.toStdString());
    setUndoRedoEnabled(false); // what was done to another text cannot be undone in this one
    setPlainText(text);
    setCodeFormat();
    setUndoRedoEnabled(true);
    m_isSetting = false;
}

void CodeView::noteTyping()
{
    const QString text = toPlainText(); // it is also told when only colours have changed
    if (m_isSetting || (text == m_session.draft().text() && !m_session.draft().isModified()))
        return;
    m_isSetting = true;
    if (m_highlighter->setScenario(text.toStdString()))
        m_highlighter->rehighlight();
    m_isSetting = false;
    m_session.draft().edit(text);
    compareWithRun();
    if (m_isRun)
        showMoment();
    else
        m_lines = {};
    light();
    viewport()->update();
}

void CodeView::compareWithRun()
{
    m_isRun = m_session.hasDocument() && toPlainText().toStdString() == m_session.document().scenario->text();
}

void CodeView::setCodeFormat()
{
    QTextFrameFormat frame = document()->rootFrame()->frameFormat();
    frame.setLeftMargin(gutterWidth);
    frame.setTopMargin(8);
    frame.setBottomMargin(8);
    document()->rootFrame()->setFrameFormat(frame);
    QTextBlockFormat format;
    format.setLineHeight(codeLineHeight, QTextBlockFormat::FixedHeight);
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.mergeBlockFormat(format);
}

void CodeView::showMoment()
{
    if (!m_isRun)
        return;
    m_lines = linesAt(m_session.moment(), *document());
    light();
    if (m_lines.first > 0)
        keepInSight(m_lines.first);
    viewport()->update();
}

void CodeView::light()
{
    QList<ExtraSelection> lit;
    for (const std::optional<ExtraSelection> &selection : {narration(), problem()}) {
        if (selection)
            lit.append(*selection);
    }
    setExtraSelections(lit);
}

std::optional<QTextEdit::ExtraSelection> CodeView::narration() const
{
    if (m_lines.narrationFirst <= 0 || m_lines.narrationFirst >= m_lines.first)
        return std::nullopt;
    ExtraSelection narration;
    narration.cursor = QTextCursor(document()->findBlockByNumber(m_lines.narrationFirst - 1));
    narration.cursor.setPosition(document()->findBlockByNumber(m_lines.first - 1).position() - 1,
                                 QTextCursor::KeepAnchor);
    narration.format.setForeground(m_appearance.theme().text);
    return narration;
}

/// Where the typed text cannot be read; not shown in a text that has been changed since.
std::optional<QTextEdit::ExtraSelection> CodeView::problem() const
{
    const Source &source = m_session.problemSource();
    if (m_session.problems().empty() || !source.draft || *source.draft != toPlainText().toStdString())
        return std::nullopt;
    const Place place = m_session.problems().front().place;
    const QTextBlock block = document()->findBlockByNumber(static_cast<int>(place.line) - 1);
    if (place.line == 0 || !block.isValid())
        return std::nullopt;
    ExtraSelection problem;
    problem.cursor = placeInBlock(block, place);
    problem.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    problem.format.setUnderlineColor(m_appearance.theme().leaked);
    return problem;
}

bool CodeView::event(QEvent *event)
{
    // While one writes, the plain keys that are the window's elsewhere are the text's.
    if (event->type() == QEvent::ShortcutOverride && isTypingKey(static_cast<QKeyEvent &>(*event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::ToolTip && showToolTip(static_cast<QHelpEvent &>(*event)))
        return true;
    return QTextEdit::event(event);
}

bool CodeView::showToolTip(const QHelpEvent &event)
{
    const std::optional<ExtraSelection> wrong = problem();
    const QTextBlock under = cursorForPosition(viewport()->mapFrom(this, event.pos())).block();
    if (!wrong || under != wrong->cursor.block())
        return false;
    QToolTip::showText(event.globalPos(), QString::fromStdString(m_session.problems().front().message), this);
    return true;
}

void CodeView::focusInEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        setTabChangesFocus(event->reason() == Qt::TabFocusReason ||
                           event->reason() == Qt::BacktabFocusReason);
    QTextEdit::focusInEvent(event);
}

void CodeView::mousePressEvent(QMouseEvent *event)
{
    setTabChangesFocus(false);
    QTextEdit::mousePressEvent(event);
}

void CodeView::keyPressEvent(QKeyEvent *event)
{
    const bool isTab = event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab;
    if (isTab && tabChangesFocus())
        return event->ignore();
    setTabChangesFocus(false);
    if (m_completer->take(*event))
        return;
    QTextCursor cursor = textCursor();
    if (typeInCode(cursor, *event)) {
        setTextCursor(cursor);
        ensureCursorVisible();
    } else if (event->key() == Qt::Key_Escape) {
        event->ignore();
    } else {
        QTextEdit::keyPressEvent(event);
    }
    m_completer->offer(*event);
}

void CodeView::insertFromMimeData(const QMimeData *source)
{
    if (!source->hasText())
        return;
    QString text = source->text();
    textCursor().insertText(text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")));
    ensureCursorVisible();
}

QRectF CodeView::rowOf(int line) const
{
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    const double blockTop = document()->documentLayout()->blockBoundingRect(block).top();
    // In a line of fixed height the text stands at the bottom; the row is moved down to have it in the
    // middle.
    const double drop = (codeLineHeight - QFontMetricsF(m_appearance.fonts().code).height()) / 2;
    const double top = std::round(blockTop + drop) - verticalScrollBar()->value();
    return {0, top, double(viewport()->width()), codeLineHeight};
}

void CodeView::keepInSight(int line)
{
    const QRectF row = rowOf(line);
    const double height = viewport()->height();
    const double comfort = std::min(2 * codeLineHeight, height / 4);
    QScrollBar &bar = *verticalScrollBar();
    if (row.top() < comfort)
        bar.setValue(bar.value() + static_cast<int>(row.top() - comfort));
    else if (row.bottom() > height - comfort)
        bar.setValue(bar.value() + static_cast<int>(row.bottom() - height + comfort));
}

void CodeView::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        paintGround(painter);
    }
    QTextEdit::paintEvent(event);
    QPainter painter(viewport()); // over what a long line has pushed into the gutter
    painter.setClipRect(0, 0, narrationX, viewport()->height());
    painter.fillRect(painter.clipBoundingRect(), m_appearance.theme().panel);
    paintGround(painter);
    paintNumbers(painter);
}

void CodeView::paintGround(QPainter &painter) const
{
    const Theme &theme = m_appearance.theme();
    for (int line = m_lines.narrationFirst; line < m_lines.first; ++line) {
        const QRectF row = rowOf(line);
        painter.fillRect(row, theme.canvas);
        painter.fillRect(QRectF(narrationX - 1, row.top(), 1, row.height()), theme.accent);
    }
    for (int line = m_lines.first; line > 0 && line < m_lines.end; ++line) {
        const QRectF row = rowOf(line);
        painter.fillRect(row, theme.selection);
        painter.fillRect(QRectF(0, row.top(), barWidth, row.height()), theme.accent);
    }
    painter.setPen(QPen(theme.accent, 1));
    for (const int line : m_lines.waiting) {
        const QRectF row = rowOf(line);
        painter.drawRect(QRectF(0.5, row.top() + 0.5, barWidth, row.height() - 1));
    }
}

void CodeView::paintNumbers(QPainter &painter) const
{
    const Theme &theme = m_appearance.theme();
    painter.setFont(theme.fonts.codeSmall);
    QTextBlock block = cursorForPosition({gutterWidth, 0}).block();
    for (; block.isValid(); block = block.next()) {
        const int line = block.blockNumber() + 1;
        const QRectF row = rowOf(line);
        if (row.top() > viewport()->height())
            break;
        const bool current = line >= m_lines.first && line < m_lines.end;
        painter.setPen(current ? theme.accent : theme.placeholder);
        painter.drawText(QRectF(0, row.top(), numberRight, row.height()), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(line));
    }
}

void CodeView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier))
        event->ignore(); // the text keeps its size; the rows are laid out for it
    else
        QTextEdit::wheelEvent(event);
}

} // namespace tetherscope
