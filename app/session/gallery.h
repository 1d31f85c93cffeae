#pragma once

#include "session/thumbnail.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>
#include <optional>
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

    /// With a theme their thumbnails are drawn as well, where nobody waits for it. Called again it does
    /// nothing. Requires: a QGuiApplication, whose fonts are asked for.
    void start(const std::optional<Theme> &theme = std::nullopt);
    /// Takes over what has been done so far, without waiting for the event loop.
    void takeFinished();
    /// Until all are there.
    void waitForAll();

    std::size_t count() const { return m_entries.size(); }
    const Preset &preset(std::size_t index) const { return m_entries[index].preset; }
    /// Empty until it has run, and for a preset that cannot be run; its plan comes later.
    const Document &document(std::size_t index) const { return m_entries[index].document; }
    /// Null where it has not been drawn in this theme.
    QImage thumbnail(std::size_t index, const Theme &theme) const;
    const Document *find(const QString &name) const; ///< null if not there (yet) with its plan

Q_SIGNALS:
    void ran(std::size_t index);
    void planned(std::size_t index);

private:
    struct Entry
    {
        Preset preset;
        Document document;
        QImage thumbnail;
        bool thumbnailIsDark = false;
    };

    void work(const std::optional<Theme> &theme, double devicePixelRatio);
    void post(std::size_t index, const Document &document, const QImage &thumbnail, bool isDark);
    void take(std::size_t index, const Document &document, const QImage &thumbnail, bool isDark);

    std::vector<Entry> m_entries;
    std::unique_ptr<QThread> m_thread;
    std::atomic<bool> m_stop = false;
};

} // namespace tetherscope
