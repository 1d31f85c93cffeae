#pragma once

#include "export/exporter.h"

#include <QObject>
#include <QThread>

#include <memory>
#include <stop_token>

namespace tetherscope {

/// What is to be written: one moment, or the ends of several steps.
struct ExportTask
{
    Document document;
    ExportOptions options;
    Position moment;
    StepSpan steps; ///< if isOneFile(options)
    QString path;
};

/// Writes a file on a thread of its own: whole or not at all.
///
/// Lifetime  The destructor stops the thread and waits for it.
/// Threads   Lives on one, where the signals are emitted.
class ExportJob : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~ExportJob() override;

    /// Requires: it is not running.
    void start(const ExportTask &task);
    /// Nothing is written, and no signal comes any more.
    void cancel();
    bool isRunning() const { return m_thread != nullptr; }

Q_SIGNALS:
    void progressed(double part);
    /// "out.png: error: No space left on device"; empty if all is well.
    void done(const QString &error);

private:
    std::unique_ptr<QThread> m_thread;
    std::stop_source m_stop;
};

} // namespace tetherscope
