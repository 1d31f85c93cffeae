#pragma once

#include "analysis/moment.h"
#include "qt/player.h"
#include "session/appending.h"
#include "session/draft.h"
#include "session/folds.h"
#include "session/loading.h"
#include "session/placing.h"
#include "session/selection.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace tetherscope {

/// The scenario that is open: its document, the play head, the moment there, and the selection.
///
/// The one thing panes share: they ask it, tell it and listen to it, and do not know each other. While
/// another text is read and run, the present document stays; it is replaced when the other can be shown, and
/// stays for good if the other cannot.
///
/// Threads   The window's. The work is done on threads of Loading.
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(QObject *parent = nullptr);
    ~Session() override;

    /// How far a run may go, from the next text that is opened on.
    void setRunLimits(const RunLimits &limits) { m_runLimits = limits; }
    /// Shown at the step, or at the start.
    void open(const Source &source, std::optional<std::uint32_t> step = std::nullopt);
    /// Shows what has been run and planned elsewhere.
    void show(const Document &document, std::uint32_t step = 0);
    /// Reads, runs and plans the present source again, as it has been typed by now; the play head stays at
    /// its statement if that is still there.
    void runAgain();
    /// Plans the picture anew from the present step's state.
    void tidy();
    /// Runs a statement at the end of the run, whatever the play head is at: appended() or appendRefused()
    /// follows. Drops the statement that is being run. Requires: hasDocument().
    void append(const std::string &statement);
    void cancel();
    void dismissProblem();
    /// The draft is now kept in that file, and the document is that file's.
    void noteSaved(const QString &path);

    bool hasDocument() const { return bool(m_document); }
    const Document &document() const { return m_document; }
    const Timeline &timeline() const { return *m_document.timeline; } ///< Requires: hasDocument()
    const Moment &moment() const { return *m_moment; }                ///< Requires: hasDocument()
    Player &player() { return m_player; }
    const Player &player() const { return m_player; }
    /// The text that is open; what is typed runs again when typing pauses.
    Draft &draft() { return m_draft; }
    const Draft &draft() const { return m_draft; }
    Selection &selection() { return m_selection; }
    const Selection &selection() const { return m_selection; }
    /// What has been put elsewhere by hand.
    Placing &placing() { return m_placing; }
    const Placing &placing() const { return m_placing; }
    Folds &folds() { return m_folds; }
    const Folds &folds() const { return m_folds; }

    /// What is being loaded; null when nothing is.
    const Loading *loading() const { return m_loading.get(); }
    bool isTidying() const { return m_tidying.isRunning(); }
    bool isAppending() const { return m_appending != nullptr; }

    /// Why the last text could not be run; empty if it could. The document is then still the one before.
    const std::vector<Diagnostic> &problems() const { return m_problems; }
    const Source &problemSource() const { return m_problemSource; }

Q_SIGNALS:
    /// For who has to be there when it does.
    void documentAboutToChange();
    /// Another run is shown, or the same text's after a change; play head and selection have been set anew.
    void documentChanged();
    /// More steps of the same run, or its outcome, are known.
    void grown();
    void planChanged();
    /// A statement has run at the end, and the play head is behind it; its steps begin with this one.
    void appended(const std::string &statement, std::size_t firstStep);
    /// It has not, and nothing has changed. The place counts within the statement.
    void appendRefused(const std::string &statement, const tetherscope::Diagnostic &why);
    /// The play head has moved, or the document has changed.
    void momentChanged();
    void busyChanged();
    void problemsChanged();
    /// The document is of another file now, its text the same.
    void sourceChanged();
    /// A file has been read and could be run.
    void fileOpened(const QString &path);

private:
    void load(const Source &source);
    bool showsDraft() const;
    void takeEdit();
    void runTyped();
    void replaceDocument(const Document &document, std::uint32_t step);
    void takeReady();
    std::uint32_t stepToShow(const Document &next) const;
    void takeGrowth();
    void takeRefusal(const std::vector<Diagnostic> &diagnostics);
    void takeMove(Position position);
    void takeAppended(const Appended &appended);
    void takeTidyPlan(const std::shared_ptr<const Plan> &plan);
    void finishLoading();
    void setProblems(const Source &source, std::vector<Diagnostic> problems);
    bool showsLoading() const;

    RunLimits m_runLimits;
    Document m_document;
    std::shared_ptr<Timeline> m_timeline; ///< the document's, and nobody else's
    std::unique_ptr<Moment> m_moment;
    Player m_player;
    Draft m_draft;
    Selection m_selection;
    Placing m_placing;
    Folds m_folds;
    std::unique_ptr<Loading> m_loading;
    PlanJob m_tidying;
    std::unique_ptr<Appending> m_appending;
    std::optional<std::uint32_t> m_stepWhenReady; ///< nothing: where the present statement is then
    std::vector<Diagnostic> m_problems;
    Source m_problemSource;
};

} // namespace tetherscope
