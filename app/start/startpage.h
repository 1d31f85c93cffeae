#pragma once

#include "look/icons.h"
#include "session/recovery.h"

#include <QScrollArea>

#include <vector>

namespace tetherscope {

class Actions;
class Appearance;
class FlatButton;
class Gallery;
class PresetCard;
class TextLabel;

/// The page one starts on: the presets as live cards in groups, a scenario to begin or a file to open, text
/// that was not saved, and files opened before.
///
/// Arrows go from card to card, Enter opens; a file can be dropped anywhere (the window takes it).
///
/// Lifetime  Gallery and appearance must outlive it.
class StartPage : public QScrollArea
{
    Q_OBJECT

public:
    StartPage(const Gallery &gallery, const Actions &actions, const Appearance &appearance,
              QWidget *parent = nullptr);

    void setRecentFiles(const QStringList &paths);
    /// Text that somebody typed and never saved.
    void setLeft(const std::vector<Recovery::Left> &left);
    /// Where the keyboard was last, at first the first card.
    void takeFocus();

    QSize sizeHint() const override;

Q_SIGNALS:
    void presetChosen(const QString &name);
    void fileChosen(const QString &path);
    /// The file that keeps it.
    void leftChosen(const QString &file);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Group
    {
        TextLabel *heading;
        std::vector<PresetCard *> cards;
    };

    void createCards();
    void createSide(const Actions &actions);
    FlatButton *addAction(QAction *action, Icon icon);
    FlatButton *addEntry(const QString &text, const QString &toolTip);
    int arrangeList(TextLabel &heading, const std::vector<FlatButton *> &list, int left, int top);
    void showLoaded(std::size_t index);
    void arrange();
    int widestGroup() const;
    int arrangeCards(int left, int top, int columns);
    void moveFocus(int key);
    std::vector<QWidget *> stops() const;

    const Gallery &m_gallery;
    const Appearance &m_appearance;
    QWidget *m_page;
    TextLabel *m_headline;
    TextLabel *m_hint;
    std::vector<Group> m_groups;
    std::vector<PresetCard *> m_cards; ///< by the gallery's index
    FlatButton *m_new = nullptr;
    FlatButton *m_open = nullptr;
    TextLabel *m_leftHeading = nullptr;
    std::vector<FlatButton *> m_left;
    TextLabel *m_recentHeading = nullptr;
    TextLabel *m_dropHint = nullptr;
    std::vector<FlatButton *> m_recent;
};

} // namespace tetherscope
