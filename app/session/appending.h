#pragma once

#include "session/document.h"

#include <QObject>
#include <QThread>

#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace tetherscope {

/// A statement that has run at the end of a document's run, or why it has not.
struct Appended
{
    std::string statement;
    /// Its place counts within the statement; line 0: the statement as a whole.
    std::optional<Diagnostic> refusal;
    TimelineChunk steps;
    std::shared_ptr<const Plan> plan; ///< in which nothing has moved
};

/// Runs one statement, which may be a compound one of several lines, at the end of a document's run: a run is
/// deterministic, so it is run once more with the statement behind it, and what is new is cut off.
///
/// A statement that is not within the language, or that fails, changes nothing.
///
/// Threads  Runs and plans on the calling thread, which needs workStackBytes of stack. Returns nothing if the
///          token asked to stop. Requires: a QGuiApplication, whose fonts are asked for; the document is
///          finished and has a plan, and nobody appends to its timeline meanwhile.
std::optional<Appended> appendTo(const Document &document, const std::string &statement,
                                 const std::stop_token &stop = {});

/// The same on a thread of its own.
///
/// Lifetime  The destructor stops the thread and waits for it.
class Appending : public QObject
{
    Q_OBJECT

public:
    Appending(Document document, std::string statement, QObject *parent = nullptr);
    ~Appending() override;

    void start();
    void cancel() { m_stop.request_stop(); }
    const std::string &statement() const { return m_statement; }

Q_SIGNALS:
    void done(const tetherscope::Appended &appended);

private:
    Document m_document;
    std::string m_statement;
    std::stop_source m_stop;
    std::unique_ptr<QThread> m_thread;
};

} // namespace tetherscope
