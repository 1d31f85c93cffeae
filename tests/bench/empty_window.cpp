// The floor for start-up: a main window with a menu bar and one label.

#include "firstframe.h"

#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    FirstFrame probe([](QWidget &widget) { return qobject_cast<QLabel *>(&widget) != nullptr; });
    QMainWindow window;
    window.menuBar()->addMenu(QStringLiteral("File"))->addAction(QStringLiteral("Quit"));
    window.setCentralWidget(new QLabel(QStringLiteral("Nothing here")));
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
