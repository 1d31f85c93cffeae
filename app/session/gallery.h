#pragma once

#include "session/document.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>
#include <vector>

namespace tetherscope {

/// The presets, run and planned in the background in the order in which they are shown, so that the start
/// page shows them live and opening one takes no time.
///
/// Lifetime  The destructor waits for the scenario that is being run; presets are short.
/// Threads   Lives on one; works on its own.
class Gallery : public QObject
{
    Q_OBJECT

public:
    explicit Gallery(QObject *parent = nullptr);
    ~Gallery() override;

    /// Requires: a QGuiApplication, whose fonts are asked for.
    void start();
    /// Until all are there.
    void waitForAll();

    std::size_t count() const { return m_documents.size(); }
    const Preset &preset(std::size_t index) const { return m_presets[index]; }
    /// Empty until it has been loaded, and for a preset that could not be run.
    const Document &document(std::size_t index) const { return m_documents[index]; }
    const Document *find(const QString &name) const; ///< null if not there (yet)

Q_SIGNALS:
    void loaded(std::size_t index);

private:
    void take(std::size_t index, const Document &document);

    std::vector<Preset> m_presets;
    std::vector<Document> m_documents;
    std::unique_ptr<QThread> m_thread;
    std::atomic<bool> m_stop = false;
};

} // namespace tetherscope
