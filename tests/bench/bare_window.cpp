// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QLabel>
#include <QMainWindow>

/// The floor of every Qt program's start: a window with a line of text.
int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.setCentralWidget(new QLabel(QStringLiteral("bare")));
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
