// SPDX-License-Identifier: Apache-2.0
#include "link/QrCode.h"
#include "theme/ColorTokens.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <qrencode.h>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using ui::QrCode;

namespace {

const QByteArray longLink = "https://www.saltedge.com/connect?token=6a1f0e5c7b2d4f8e9a3c1b5d7e9f0a2c4e6b8d0f1a3c5e7f";

struct FreeCode
{
    void operator()(QRcode *code) const { QRcode_free(code); }
};

/// What the library itself says.
std::unique_ptr<QRcode, FreeCode> matrixOf(const QByteArray &text)
{
    return std::unique_ptr<QRcode, FreeCode>(QRcode_encodeString(text.constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1));
}

/// On a ground of one colour that is in no code.
QImage painted(QrCode &code, qreal ratio = 1)
{
    QImage image(code.size() * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::magenta);
    code.render(&image, {}, {}, QWidget::DrawChildren);
    return image;
}

bool isAll(const QImage &image, const QRect &place, QRgb colour)
{
    for (int y = place.top(); y <= place.bottom(); ++y) {
        for (int x = place.left(); x <= place.right(); ++x) {
            if (image.pixel(x, y) != colour) {
                return false;
            }
        }
    }
    return true;
}

/// The smallest rectangle that holds everything black.
QRect blackPart(const QImage &image)
{
    QRect part;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) == QColor(Qt::black).rgb()) {
                part |= QRect(x, y, 1, 1);
            }
        }
    }
    return part;
}

} // namespace

class TestQrCode : public QObject
{
    Q_OBJECT

private slots:
    void everyModuleIsTheLibrarys_data();
    void everyModuleIsTheLibrarys();
    void inTheDarkThemeItIsBlackOnWhiteToo();
    void withoutTextNothingIsPainted();
    void whatFitsInNoCodePaintsNothing();
    void whereThereIsNoRoomNothingIsPainted();
    void anotherTextTakesThePlaceOfTheFirst();
    void aFadedCodeHasNoBlack();
    void itHasANameAndNeverMoves();
};

void TestQrCode::everyModuleIsTheLibrarys_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<qreal>("ratio");
    QTest::newRow("a link") << longLink << QSize(264, 264) << 1.0;
    QTest::newRow("a short one") << QByteArray("https://s.example/1") << QSize(264, 264) << 1.0;
    QTest::newRow("a long one") << QByteArray(longLink + QByteArray(300, 'x')) << QSize(264, 264) << 1.0;
    QTest::newRow("an odd place") << longLink << QSize(301, 277) << 1.0;
    QTest::newRow("a small place") << longLink << QSize(120, 90) << 1.0;
    QTest::newRow("a fine screen") << longLink << QSize(264, 264) << 2.0;
    QTest::newRow("a screen at 125 %") << longLink << QSize(264, 264) << 1.25;
}

void TestQrCode::everyModuleIsTheLibrarys()
{
    QFETCH(QByteArray, text);
    QFETCH(QSize, size);
    QFETCH(qreal, ratio);
    QrCode code;
    code.resize(size);
    code.setText(api::Secret::copyOf(text));
    const auto matrix = matrixOf(text);
    QVERIFY(matrix);
    const QImage image = painted(code, ratio);
    const QRect black = blackPart(image);
    // The finder patterns reach to the code's corners, so what is black is exactly the code.
    QCOMPARE(black.width(), black.height());
    QCOMPARE(black.width() % matrix->width, 0);
    const int scale = black.width() / matrix->width;
    QVERIFY(scale >= 1);
    for (int row = 0; row < matrix->width; ++row) {
        for (int column = 0; column < matrix->width; ++column) {
            const bool isBlack = (matrix->data[row * matrix->width + column] & 1) != 0;
            const QRect module(black.left() + column * scale, black.top() + row * scale, scale, scale);
            QVERIFY2(isAll(image, module, QColor(isBlack ? Qt::black : Qt::white).rgb()),
                     qPrintable(u"%1, %2"_s.arg(row).arg(column)));
        }
    }
    const int quiet = QrCode::quietZone * scale;
    QCOMPARE(QrCode::quietZone, 4);
    const QRect card = black.adjusted(-quiet, -quiet, quiet, quiet);
    QVERIFY(image.rect().contains(card));
    for (const QRect &side : {QRect(card.topLeft(), QSize(card.width(), quiet)),
                              QRect(card.left(), black.bottom() + 1, card.width(), quiet),
                              QRect(card.topLeft(), QSize(quiet, card.height())),
                              QRect(black.right() + 1, card.top(), quiet, card.height())}) {
        QVERIFY(isAll(image, side, QColor(Qt::white).rgb()));
    }
}

void TestQrCode::inTheDarkThemeItIsBlackOnWhiteToo()
{
    QrCode code;
    code.resize(code.sizeHint());
    code.setText(api::Secret::copyOf(longLink));
    const QImage light = painted(code);
    code.setPalette(ui::ColorTokens::dark().palette());
    QCOMPARE(painted(code), light);
}

void TestQrCode::withoutTextNothingIsPainted()
{
    QrCode code;
    code.resize(code.sizeHint());
    QVERIFY(code.isEmpty());
    QVERIFY(isAll(painted(code), code.rect(), QColor(Qt::magenta).rgb()));
    code.setText(api::Secret::copyOf(longLink));
    QVERIFY(!code.isEmpty());
    QVERIFY(!isAll(painted(code), code.rect(), QColor(Qt::magenta).rgb()));
    code.setText({});
    QVERIFY(code.isEmpty());
    QVERIFY(isAll(painted(code), code.rect(), QColor(Qt::magenta).rgb()));
}

void TestQrCode::whatFitsInNoCodePaintsNothing()
{
    QrCode code;
    code.resize(code.sizeHint());
    code.setText(api::Secret::copyOf(QByteArray(3000, 'x')));
    QVERIFY(code.isEmpty());
    QVERIFY(isAll(painted(code), code.rect(), QColor(Qt::magenta).rgb()));
}

void TestQrCode::whereThereIsNoRoomNothingIsPainted()
{
    QrCode code;
    code.setText(api::Secret::copyOf(longLink));
    code.resize(40, 40);
    QVERIFY(isAll(painted(code), code.rect(), QColor(Qt::magenta).rgb()));
}

void TestQrCode::anotherTextTakesThePlaceOfTheFirst()
{
    QrCode code;
    code.resize(code.sizeHint());
    code.setText(api::Secret::copyOf(longLink));
    const QImage first = painted(code);
    code.setText(api::Secret::copyOf("https://s.example/1"));
    QVERIFY(painted(code) != first);
    code.setText(api::Secret::copyOf(longLink));
    QCOMPARE(painted(code), first);
}

void TestQrCode::aFadedCodeHasNoBlack()
{
    QrCode code;
    code.resize(code.sizeHint());
    code.setText(api::Secret::copyOf(longLink));
    const QImage fresh = painted(code);
    code.setFaded(true);
    QVERIFY(blackPart(painted(code)).isEmpty());
    code.setFaded(false);
    QCOMPARE(painted(code), fresh);
}

void TestQrCode::itHasANameAndNeverMoves()
{
    QrCode code;
    QCOMPARE(code.accessibleName(), u"QR code of the connect link"_s);
    const QSize empty = code.sizeHint();
    code.setText(api::Secret::copyOf(QByteArray(longLink + QByteArray(500, 'x'))));
    QCOMPARE(code.sizeHint(), empty);
    QCOMPARE(code.minimumSizeHint(), empty);
}

QTEST_MAIN(TestQrCode)
#include "tst_ui_qrcode.moc"
