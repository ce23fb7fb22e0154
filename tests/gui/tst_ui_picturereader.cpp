// SPDX-License-Identifier: Apache-2.0
#include "question/PictureReader.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;

namespace {

QByteArray pngOf(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

class TestPictureReader : public QObject
{
    Q_OBJECT

private slots:
    void onlyBearablePicturesAreRead_data();
    void onlyBearablePicturesAreRead();
};

void TestPictureReader::onlyBearablePicturesAreRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("read");
    QTest::newRow("small") << pngOf({10, 10}) << true;
    QTest::newRow("longest edge") << pngOf({4096, 1}) << true;
    QTest::newRow("too wide") << pngOf({4097, 1}) << false;
    QTest::newRow("too tall") << pngOf({1, 4097}) << false;
    QTest::newRow("too many pixels") << pngOf({4000, 4000}) << false;
    QTest::newRow("damaged") << pngOf({10, 10}).left(40) << false;
    QTest::newRow("only its first bytes") << QByteArray("\x89PNG\r\n\x1a\n") << false;
    QTest::newRow("svg") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>") << false;
    QTest::newRow("xpm") << QByteArray("/* XPM */ static char *x[] = {\"1 1 1 1\", \"a c red\", \"a\"};") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestPictureReader::onlyBearablePicturesAreRead()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, read);
    QCOMPARE(!ui::readPicture(bytes).isNull(), read);
}

QTEST_MAIN(TestPictureReader)
#include "tst_ui_picturereader.moc"
