#pragma once

#include "session/draft.h"

#include <QDateTime>
#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace tetherscope {

/// Keeps what is typed and not saved in a file of its own, so that it survives a crash, and finds what others
/// have left so.
///
/// A file that belongs to a window which still runs is locked by it, and no one else's.
///
/// Lifetime  The draft must outlive it. A clean end leaves nothing behind: who has unsaved text was asked.
class Recovery : public QObject
{
    Q_OBJECT

public:
    /// The folder is made when something has to be kept.
    Recovery(const Draft &draft, QString folder);
    ~Recovery() override;

    /// A text that somebody typed and never saved.
    struct Left
    {
        QString file;  ///< where it is kept
        Source source; ///< with the text as its draft
        QDateTime time;
    };
    /// The latest first.
    std::vector<Left> left() const;
    /// The draft is that text now: it stays in its file until it is saved or given up.
    void adopt(const Left &left);

private:
    void use(const QString &file);
    void keep();
    void drop();

    const Draft &m_draft;
    QString m_folder;
    QString m_file;
    std::unique_ptr<QLockFile> m_lock;
    QTimer m_delay;
};

} // namespace tetherscope
