// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/ConnectionPage.h"

#include <QDialog>

#include <vector>

namespace saltdesk::ui {

/// What could not be read of a list: which record, and which member. Open it with open(); it deletes itself.
class WarningsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit WarningsDialog(const std::vector<api::DecodeWarning> &warnings, QWidget *parent = nullptr);
};

} // namespace saltdesk::ui
