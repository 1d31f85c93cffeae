#pragma once

#include "session/source.h"

#include <QObject>
#include <QTimer>

namespace tetherscope {

/// The text that is open, as the person has it now: what was read, or what has been typed over it since.
///
/// Threads   The window's.
class Draft : public QObject
{
    Q_OBJECT

public:
    explicit Draft(QObject *parent = nullptr);

    /// Another text is open, as it is kept or (with a draft in the source) not yet kept.
    void open(const Source &source, const QString &text);
    /// It has been typed.
    void edit(const QString &text);
    /// The same from elsewhere: what shows the text has to take it over.
    void replace(const QString &text);
    /// It is now kept in that file.
    void noteSaved(const QString &path);
    /// What was typed is not wanted any more.
    void discard();

    const QString &text() const { return m_text; }
    /// What would be lost without being saved.
    bool isModified() const { return m_modified; }
    /// The text to read and run: with a draft if it is not as it is kept.
    Source source() const;

Q_SIGNALS:
    void modifiedChanged();
    void edited();
    void replaced();
    /// The person has stopped typing for a moment.
    void paused();

private:
    void setModified(bool modified);

    Source m_place; ///< without a draft
    QString m_text;
    QString m_kept;
    bool m_modified = false;
    QTimer m_pause;
};

} // namespace tetherscope
