#include "canvas/composition.h"
#include "layout/look.h"

#include <span>

namespace tetherscope {

namespace {

/// "Date.__new__: self"; a name of the module is called by itself.
QString fullName(NameId name, const Composition &all)
{
    const NameInfo &info = all.lexicon().name(name);
    const ScopeInfo &scope = all.lexicon().scope(info.scope);
    if (scope.kind == ScopeKind::Module)
        return all.text(info.text);
    const QString joint = scope.kind == ScopeKind::Class ? QStringLiteral(".") : QStringLiteral(": ");
    return all.text(scope.function) + joint + all.text(info.text);
}

void fillTexts(PillItem &pill, const Binding &binding, const Composition &all)
{
    const double room = pill.rect.width - 2 * look::pillPadding;
    pill.text = elided(all.text(all.lexicon().name(pill.name).text), room, FontRole::Name, all.measure);
    pill.plain = bool(binding.value);
    if (!pill.plain)
        return;
    pill.label += QStringLiteral(" = ") + all.text(binding.value);
    const double left = room - widthOf(pill.text, FontRole::Name, all.measure) - look::pillValueGap;
    pill.value = elided(all.text(binding.value), left, FontRole::Name, all.measure);
}

void addPill(NameId name, const SceneRect &rect, const Binding &binding, Tone tone, const Composition &all)
{
    PillItem pill;
    pill.name = name;
    pill.rect = rect;
    pill.label = fullName(name, all);
    pill.tone = tone;
    pill.mark = tone == Tone::New     ? CornerMark::Plus
                : tone == Tone::Going ? CornerMark::Minus
                                      : CornerMark::None;
    pill.holds = binding.object && !all.docked(binding.object, HolderRef::name(name));
    fillTexts(pill, binding, all);
    if (tone == Tone::New || tone == Tone::Going)
        all.changed(rect);
    all.picture.pills.push_back(std::move(pill));
}

void addBoundPills(const Composition &all)
{
    for (const NameId name : all.now().boundNames()) {
        const std::optional<SceneRect> rect = all.plan.rectOf(name);
        if (!rect)
            continue;
        const Tone tone = has(all.marks.newNames, name)        ? Tone::New
                          : has(all.marks.comparedNames, name) ? Tone::Touched
                                                               : Tone::Rest;
        addPill(name, *rect, all.now().binding(name), tone, all);
    }
}

/// Two calls of one function share their pills' places: what is there now hides what went.
bool taken(const SceneRect &rect, const std::vector<PillItem> &pills)
{
    return std::any_of(pills.begin(), pills.end(),
                       [&rect](const PillItem &pill) { return pill.rect == rect; });
}

void addGoingPills(const Composition &all)
{
    for (const GoingName &going : all.marks.goingNames) {
        const std::optional<SceneRect> rect = all.plan.rectOf(going.name);
        if (rect && !all.now().binding(going.name).bound() && !taken(*rect, all.picture.pills))
            addPill(going.name, *rect, all.before().binding(going.name), Tone::Going, all);
    }
}

/// "year 2022 · month 12 · day 3": the names of a call that have no pill.
QString localsLine(ScopeId scope, const Composition &all)
{
    QString line;
    for (const NameId name : all.lexicon().namesOf(scope)) {
        const TextId value = all.now().binding(name).value;
        if (!value || all.plan.rectOf(name))
            continue;
        if (!line.isEmpty())
            line += QStringLiteral(" · ");
        line += all.text(all.lexicon().name(name).text) + u' ' + all.text(value);
    }
    return line;
}

HeadingItem headingOf(const NameBlock &block, const Composition &all)
{
    HeadingItem heading;
    heading.rect = block.heading;
    const bool planned = block.locals.height > 0;
    heading.valuesY = planned ? block.locals.centreY() : block.heading.bottom() + look::localsHeight / 2;
    const QString name = all.text(block.function);
    heading.text = block.kind == ScopeKind::Module  ? QStringLiteral("Module names")
                   : block.kind == ScopeKind::Class ? QStringLiteral("class ") + name
                                                    : name;
    return heading;
}

/// The line at which the i-th running call stands: the innermost at the step's own, the others where they
/// wait.
std::uint32_t lineOf(std::size_t frame, const Composition &all)
{
    const std::vector<Frame> &frames = all.now().frames();
    if (frame + 1 < frames.size())
        return frames[frame + 1].callerLine;
    return all.moment.step().scope == frames[frame].scope ? all.moment.step().line : 0;
}

void addCallHeadings(const Composition &all)
{
    const std::vector<Frame> &frames = all.now().frames();
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const NameBlock *block = all.plan.blockOf(frames[i].scope);
        if (!block)
            continue;
        HeadingItem heading = headingOf(*block, all);
        const std::size_t deeper = frames.size() - i - 1;
        heading.running = deeper == 0;
        if (const std::uint32_t line = lineOf(i, all))
            heading.detail = QStringLiteral("line %1").arg(line);
        if (deeper > 0 && !all.plan.blockOf(frames[i + 1].scope))
            heading.detail += QStringLiteral("  … %1 deeper").arg(deeper);
        heading.values =
            elided(localsLine(frames[i].scope, all), look::cardMaxWidth, FontRole::Small, all.measure);
        all.picture.headings.push_back(std::move(heading));
    }
}

bool headed(const NameBlock &block, const Picture &picture)
{
    return std::any_of(picture.headings.begin(), picture.headings.end(),
                       [&block](const HeadingItem &heading) { return heading.rect == block.heading; });
}

/// The headings of classes, and of calls that have just returned: there as long as a pill stands under them.
void addPillHeadings(const Composition &all)
{
    for (const PillItem &pill : all.picture.pills) {
        const NameBlock *block = all.plan.blockOf(all.lexicon().name(pill.name).scope);
        if (!block || headed(*block, all.picture))
            continue;
        HeadingItem heading = headingOf(*block, all);
        heading.fading = block->kind == ScopeKind::Frame;
        all.picture.headings.push_back(std::move(heading));
    }
}

bool namesInModule(const Composition &all)
{
    const std::vector<PillItem> &pills = all.picture.pills;
    return std::any_of(pills.begin(), pills.end(), [&all](const PillItem &pill) {
        return all.lexicon().scope(all.lexicon().name(pill.name).scope).kind == ScopeKind::Module;
    });
}

/// Names that came when the run went on may stand below the classes.
void addLaterModuleHeading(const NameBlock &block, const Composition &all)
{
    const std::vector<PillItem> &pills = all.picture.pills;
    const bool used = std::any_of(pills.begin(), pills.end(), [&](const PillItem &pill) {
        return pill.rect.y >= block.bounds.y &&
               all.lexicon().scope(all.lexicon().name(pill.name).scope).kind == ScopeKind::Module;
    });
    if (used)
        all.picture.headings.push_back(headingOf(block, all));
}

void addColumnHeading(const QString &text, double x, double y, const Composition &all)
{
    HeadingItem heading;
    heading.text = text;
    heading.rect = {x, y, widthOf(text, FontRole::Heading, all.measure), look::headingHeight};
    all.picture.headings.push_back(std::move(heading));
}

bool watchesTables(const Composition &all)
{
    const std::vector<CardItem> &cards = all.picture.cards;
    return std::any_of(cards.begin(), cards.end(), [&all](const CardItem &card) {
        return card.object && all.plan.watchersX() && card.rect.x >= *all.plan.watchersX();
    });
}

/// As long as something stands there that nothing leads to.
void addApartHeading(const Composition &all)
{
    const SceneRect region = all.plan.apart();
    const std::vector<CardItem> &cards = all.picture.cards;
    const bool used = std::any_of(cards.begin(), cards.end(), [&](const CardItem &card) {
        return card.tone == Tone::Leaked && card.rect.y >= region.y && card.rect.y < region.bottom();
    });
    if (used)
        addColumnHeading(QStringLiteral("Unreachable"), region.x, region.y, all);
}

} // namespace

void composeNames(const Composition &all)
{
    addBoundPills(all);
    addGoingPills(all);
}

void composeHeadings(const Composition &all)
{
    if (all.plan.blocks().empty())
        return;
    const NameBlock &module = all.plan.blocks().front();
    all.picture.headings.push_back(headingOf(module, all));
    if (!namesInModule(all))
        all.picture.headings.back().values = QStringLiteral("none");
    addColumnHeading(QStringLiteral("Objects"), all.plan.objectsX(), module.heading.y, all);
    if (all.plan.watchersX()) {
        const bool onlyCaches = all.lexicon().cacheCount() > 0 && !watchesTables(all);
        addColumnHeading(onlyCaches ? QStringLiteral("Caches") : QStringLiteral("Caches and watchers"),
                         *all.plan.watchersX(), module.heading.y, all);
    }
    addCallHeadings(all);
    addPillHeadings(all);
    addApartHeading(all);
    for (const NameBlock &block : std::span(all.plan.blocks()).subspan(1)) {
        if (block.kind == ScopeKind::Module)
            addLaterModuleHeading(block, all);
    }
}

} // namespace tetherscope
