#include "panes/picturemenu.h"

#include "canvas/canvasview.h"
#include "canvas/describe.h"
#include "session/session.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>

namespace tetherscope {

namespace {

QString pictureMenuText(const char *text)
{
    return QCoreApplication::translate("PictureMenu", text);
}

template<typename Action>
QAction *addEntry(QMenu &menu, const char *name, const char *text, Action action)
{
    QAction *const entry = menu.addAction(pictureMenuText(text));
    entry->setObjectName(QLatin1StringView(name));
    QObject::connect(entry, &QAction::triggered, &menu, action);
    return entry;
}

/// To its first event and, if it is the end of its life, to the last.
void addLife(QMenu &menu, ObjectId object, Session &session)
{
    const std::span<const std::uint32_t> events = session.moment().history().eventsOf(object);
    if (events.empty())
        return;
    const auto goTo = [&session](std::uint32_t step) {
        return [&session, step] { session.player().seekStep(step); };
    };
    const Timeline &timeline = session.timeline();
    const Position end = timeline.positionOfEvent(events.back() + 1);
    addEntry(menu, "to-birth", QT_TRANSLATE_NOOP("PictureMenu", "Go to its &birth"),
             goTo(timeline.positionOfEvent(events.front() + 1).step));
    if (timeline.events(end.step)[end.events - 1].kind == EventKind::Free)
        addEntry(menu, "to-death", QT_TRANSLATE_NOOP("PictureMenu", "Go to its &death"), goTo(end.step));
}

void addCopies(QMenu &menu, Target target, const CanvasView &canvas)
{
    const auto copy = [](const QString &text) {
        return [text] { QGuiApplication::clipboard()->setText(text); };
    };
    addEntry(menu, "copy-id", QT_TRANSLATE_NOOP("PictureMenu", "&Copy its name"),
             copy(labelOf(canvas.picture(), target)));
    addEntry(menu, "copy-text", QT_TRANSLATE_NOOP("PictureMenu", "Copy in &words"),
             copy(describe(canvas.picture(), target)));
}

} // namespace

void fillPictureMenu(QMenu &menu, Target target, Session &session, CanvasView &canvas)
{
    addEntry(menu, "inspect", QT_TRANSLATE_NOOP("PictureMenu", "&Inspect"),
             [&canvas, target] { Q_EMIT canvas.activated(target); });
    addEntry(menu, "fit", QT_TRANSLATE_NOOP("PictureMenu", "&Fit"), [&canvas] { canvas.fitSelection(); });
    if (session.placing().places().of(target))
        addEntry(menu, "put-back", QT_TRANSLATE_NOOP("PictureMenu", "&Put back where it was planned"),
                 [&session, target] { session.placing().giveBack(target); });
    menu.addSeparator();
    if (target.object())
        addLife(menu, target.object(), session);
    menu.addSeparator();
    addCopies(menu, target, canvas);
}

} // namespace tetherscope
