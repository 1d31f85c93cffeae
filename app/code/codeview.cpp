#include "code/codeview.h"

#include "base/appearance.h"
#include "code/codehighlighter.h"
#include "session/session.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
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
        if (frame.callerLine > 0)
            lines.waiting.push_back(static_cast<int>(frame.callerLine));
    }
    const Step &step = moment.step();
    if (step.line == 0)
        return lines;
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

CodeView::CodeView(const Session &session, const Appearance &appearance, QWidget *parent)
    : QTextEdit(parent)
    , m_session(session)
    , m_appearance(appearance)
    , m_highlighter(new CodeHighlighter(document(), appearance))
{
    setObjectName(QStringLiteral("code"));
    setAccessibleName(tr("Code"));
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QTextEdit::NoWrap);
    setUndoRedoEnabled(false);
    setAcceptDrops(false); // a dropped file is the window's
    viewport()->setAcceptDrops(false);
    document()->setDocumentMargin(0);
    connect(&session, &Session::documentChanged, this, &CodeView::showDocument);
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
    lightNarration();
}

void CodeView::showDocument()
{
    const std::string &text = m_session.document().scenario->text();
    m_highlighter->setScenario(text);
    setPlainText(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    setCodeFormat();
    m_lines = {};
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
    m_lines = linesAt(m_session.moment(), *document());
    lightNarration();
    if (m_lines.first > 0)
        keepInSight(m_lines.first);
    viewport()->update();
}

void CodeView::lightNarration()
{
    QList<ExtraSelection> lit;
    if (m_lines.narrationFirst > 0 && m_lines.narrationFirst < m_lines.first) {
        ExtraSelection narration;
        narration.cursor = QTextCursor(document()->findBlockByNumber(m_lines.narrationFirst - 1));
        narration.cursor.setPosition(document()->findBlockByNumber(m_lines.first - 1).position() - 1,
                                     QTextCursor::KeepAnchor);
        narration.format.setForeground(m_appearance.theme().text);
        lit.append(narration);
    }
    setExtraSelections(lit);
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
