#include "export/exportjob.h"

#include "export/outputfile.h"
#include "session/workthread.h"

namespace tetherscope {

namespace {

/// The message if it could not be written.
QString writeTask(const ExportTask &task, const std::stop_token &stop,
                  const std::function<void(double)> &progress)
{
    Exporter exporter(task.document, task.options);
    const QByteArray bytes =
        isOneFile(task.options) ? exporter.together(task.steps, stop, progress) : exporter.at(task.moment);
    if (stop.stop_requested())
        return {};
    if (bytes.isEmpty())
        return task.path + QStringLiteral(": error: ") + exporter.error();
    OutputFile output(task.path);
    output.write(bytes);
    output.commit();
    return output.error();
}

} // namespace

ExportJob::~ExportJob()
{
    cancel();
}

void ExportJob::cancel()
{
    m_stop.request_stop();
    if (m_thread)
        m_thread->wait();
    m_thread.reset();
}

void ExportJob::start(const ExportTask &task)
{
    m_stop = {};
    ExportTask own = task;
    if (!task.document.finished) // it goes on growing here
        own.document.timeline = std::make_shared<Timeline>(*task.document.timeline);
    // What is posted after a cancel() is dropped here, on the thread that called it.
    const auto post = [this, stop = m_stop.get_token()](auto call) {
        const auto ifWanted = [stop, call = std::move(call)] {
            if (!stop.stop_requested())
                call();
        };
        QMetaObject::invokeMethod(this, ifWanted, Qt::QueuedConnection);
    };
    m_thread = makeWorkThread([this, post, own = std::move(own), stop = m_stop.get_token()] {
        const QString error = writeTask(
            own, stop, [this, &post](double part) { post([this, part] { Q_EMIT progressed(part); }); });
        post([this, error] {
            m_thread->wait();
            m_thread.reset();
            Q_EMIT done(error);
        });
    });
    m_thread->start();
}

} // namespace tetherscope
