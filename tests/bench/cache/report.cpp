#include "report.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>

namespace bench {
namespace {

constexpr double bytesWanted = 60;

template<typename... Args>
std::string text(const char *format, Args... args)
{
    std::array<char, 400> buffer{};
    std::snprintf(buffer.data(), buffer.size(), format, args...);
    return buffer.data();
}

const char *verdict(bool met)
{
    return met ? "met" : "MISSED";
}

std::string wanted(const char *sign, double target, bool met)
{
    return target == 0 ? std::string(17, ' ') : text("(%s %.2f, %s)", sign, target, verdict(met));
}

void printLine(const std::string &title, const std::string &rest)
{
    std::printf("%-28s %s\n", title.c_str(), rest.c_str());
    std::fflush(stdout);
}

std::size_t bestPeer(const Comparison &comparison)
{
    std::size_t best = 2;
    for (std::size_t peer = 2; peer < comparison.names.size(); ++peer) {
        if (comparison.median(peer) < comparison.median(best))
            best = peer;
    }
    return best;
}

} // namespace

Report::Report()
{
    printLine("metric", "   ours ns   floor ns   x floor                    best peer ns   times faster");
}

void Report::add(const std::string &key, const std::string &title, const Comparison &comparison,
                 Target target)
{
    const std::size_t best = bestPeer(comparison);
    const double ofFloor = comparison.ratio(0, 1);
    const double ofPeer = comparison.ratio(best, 0);
    printLine(title,
              text("%10.2f %10.2f   %5.2f %-18s %10.2f   %5.2f %-18s %s", comparison.median(0),
                   comparison.median(1), ofFloor,
                   wanted("<=", target.ofFloor, ofFloor <= target.ofFloor).c_str(), comparison.median(best),
                   ofPeer, wanted(">=", target.ofPeer, ofPeer >= target.ofPeer).c_str(),
                   comparison.names[best].c_str()));
    if (comparison.farApart)
        printLine("", "the processors were far apart: what two threads share hides all else");
    for (std::size_t peer = 2; peer < comparison.names.size(); ++peer) {
        if (peer != best)
            printLine("", text("%54s %10.2f   %5.2f %-18s %s", "", comparison.median(peer),
                               comparison.ratio(peer, 0), "", comparison.names[peer].c_str()));
    }
    m_json.push_back(
        text(R"("%s": {"tetherscope_ns": %.3f, "floor_ns": %.3f, "best_peer": "%s", "best_peer_ns": %.3f, )"
             R"("vs_floor": %.3f, "vs_peer": %.3f})",
             key.c_str(), comparison.median(0), comparison.median(1), comparison.names[best].c_str(),
             comparison.median(best), ofFloor, ofPeer));
}

void Report::addBytes(double ours, const std::vector<std::pair<std::string, double>> &peers)
{
    const auto best = std::min_element(peers.begin(), peers.end(), [](const auto &left, const auto &right) {
        return left.second < right.second;
    });
    printLine("bytes for an entry, 10k-1M",
              text("%10.1f bytes, at most %.0f: %s; best peer %.1f bytes, to be more: %s (%s)", ours,
                   bytesWanted, verdict(ours <= bytesWanted), best->second, verdict(ours < best->second),
                   best->first.c_str()));
    m_json.push_back(
        text(R"("bytes_per_entry": {"tetherscope_bytes": %.1f, "best_peer": "%s", "best_peer_bytes": %.1f, )"
             R"("vs_peer": %.3f})",
             ours, best->first.c_str(), best->second, best->second / ours));
}

bool Report::write(const std::string &path) const
{
    std::ofstream file(path);
    for (std::size_t i = 0; i < m_json.size(); ++i)
        file << (i == 0 ? "{" : ",\n ") << m_json[i];
    file << "}\n";
    return file.flush().good();
}

} // namespace bench
