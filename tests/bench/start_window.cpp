// The program itself, ended by its first painted start page with all its cards.

#include "cli/program.h"
#include "firstframe.h"
#include "start/presetcard.h"

#include <QCoreApplication>

#include <set>

namespace {

/// True with the last of the cards in sight that is painted with its thumbnail.
bool lastCardPainted(QWidget &widget)
{
    static std::set<const QWidget *> painted;
    const auto *card = qobject_cast<const tetherscope::PresetCard *>(&widget);
    if (card == nullptr || !card->hasThumbnail())
        return false;
    painted.insert(card);
    const QList<tetherscope::PresetCard *> all = card->window()->findChildren<tetherscope::PresetCard *>();
    for (const tetherscope::PresetCard *other : all)
        if (!other->visibleRegion().isEmpty() && painted.count(other) == 0)
            return false;
    return true;
}

void installProbe()
{
    new FirstFrame(lastCardPainted); // lives as long as the process
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(installProbe)

int main(int argc, char **argv)
{
    return tetherscope::cli::runProgram(argc, argv);
}
