#pragma once

namespace tetherscope::look {

// Scene pixels at 100 %. What the painter and the plan must agree on.

inline constexpr double pillHeight = 30;
inline constexpr double pillGap = 16; ///< between pills of one block
inline constexpr double pillMinWidth = 82;
inline constexpr double pillMaxWidth = 220;
inline constexpr double pillPadding = 18;  ///< left and right of a pill's text
inline constexpr double pillValueGap = 10; ///< between a name and the plain value it is bound to

inline constexpr double headingHeight = 20;
inline constexpr double localsHeight = 22; ///< the line of a frame's plain locals
inline constexpr double headingGap = 12;   ///< between a heading and what stands under it
inline constexpr double blockGap = 28;     ///< above a block's heading

inline constexpr double cardMinWidth = 156;
inline constexpr double cardMaxWidth = 260;
inline constexpr double cardPadding = 16; ///< left and right of a card's texts
inline constexpr double headerHeight = 40;
inline constexpr double plainLineHeight = 20;
inline constexpr double rowHeight = 30;
inline constexpr double footerHeight = 26;
inline constexpr double badgePadding = 12; ///< left and right of a badge's text
inline constexpr unsigned mostRows = 8;    ///< of a card; the others share a line "… n more"
inline constexpr double cardGap = 28;      ///< between cards of one column, at least

inline constexpr double ringSize = 12;
inline constexpr double ringPitch = 16; ///< from one ring to the next that docks at the same place
inline constexpr double stubLength = 28;
inline constexpr double headSpacing = 20; ///< between two arrow heads, where there is room
inline constexpr double columnGap = 84;   ///< between columns of cards
inline constexpr double namesGap = 92;    ///< between the names and the first column of cards
inline constexpr unsigned mostFrames = 4; ///< running calls with a block; the others are folded

} // namespace tetherscope::look
