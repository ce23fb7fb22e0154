// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace saltdesk::testing {

/// Each makes some program fetch an address without being asked. %1: the address of the server, %2: without its scheme.
[[nodiscard]] inline const QStringList &fetchingFragments()
{
    using namespace Qt::Literals::StringLiterals;
    static const QStringList fragments{
        u"<img src='%1a.png'>"_s,
        u"<img src=%1a.png srcset='%1b.png 2x, %1c.png 3x' lowsrc=%1d.png dynsrc=%1e longdesc=%1f usemap=%1g>"_s,
        u"<IMG\nSRC\n=\n\"\n%1a.png\n\"\n>"_s,
        u"<image src=%1a.png>"_s,
        u"<img src=//%2a.png>"_s,
        u"<img src=x onerror=\"fetch('%1')\">"_s,
        u"<picture><source srcset=%1a.webp><img src=%1a.png></picture>"_s,
        u"<body background=%1a.png bgcolor=red onload=\"location='%1'\">a"_s,
        u"<table background=%1a.png><tr background=%1b.png><td background=%1c.png>a</table>"_s,
        u"<link rel=stylesheet href=%1a.css><link rel=prefetch href=%1b><link rel=preconnect href=%1><link rel=icon href=%1c>a"_s,
        u"<style>@import url(%1a.css); p { background: url('%1b.png') } @font-face{font-family:x;src:url(%1x)}</style><p>a</p>"_s,
        u"<style>@import '%1a.css';</style><p>a</p>"_s,
        u"<p style=\"background:url('%1a.png')\">a</p>"_s,
        u"<div style=\"background-image:url(%1a.png);list-style-image:url(%1b.png);border-image:url(%1c.png);cursor:url(%1d)\">a</div>"_s,
        u"<ul style='list-style-image:url(%1a.png)'><li style='content:url(%1b.png)'>a</ul>"_s,
        u"<iframe src=%1a.html></iframe><iframe srcdoc=\"<img src='%1b.png'>\"></iframe>a"_s,
        u"<frameset><frame src=%1a.html></frameset>"_s,
        u"<meta http-equiv=refresh content='0;url=%1a'>a"_s,
        u"<meta http-equiv=Link content='<%1a.css>; rel=stylesheet'>a"_s,
        u"<object data=%1a.swf codebase=%1b classid=%1c><param name=src value=%1d></object>a"_s,
        u"<embed src=%1a.swf>a<applet code=%1b archive=%1c></applet>"_s,
        u"<video src=%1a.mp4 poster=%1b.png autoplay><source src=%1c><track src=%1d></video>a"_s,
        u"<audio src=%1a.mp3 autoplay></audio><bgsound src=%1b.wav>a"_s,
        u"<form action=%1a method=post><input name=b value=c autofocus onfocus=submit()></form><script>document.forms[0].submit()</script>"_s,
        u"<input type=image src=%1a.png>a<button formaction=%1b>c</button>"_s,
        u"<base href=%1><img src=a.png><a href=b>c</a>"_s,
        u"<a href=%1a ping=%1b>c</a><a href=https://%2d ping=%1e>f</a>"_s,
        u"<script src=%1a.js></script>a"_s,
        u"<script>new Image().src='%1a.png'</script><script type=module>import '%1b.js'</script>a"_s,
        u"<svg><image href=%1a.png xlink:href=%1b.png /><use href=%1c.svg#d /><script href=%1e></script></svg>a"_s,
        u"<svg><style>@import '%1a.css'</style><foreignObject><img src=%1b.png></foreignObject></svg>a"_s,
        u"<math href=%1a><mtext><img src=%1b.png></mtext></math>a"_s,
        u"<img src='data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4='>a"_s,
        u"<blockquote cite=%1a><q cite=%1b><ins cite=%1c>d</ins></q></blockquote>"_s,
        u"<template><img src=%1a.png></template><noscript><img src=%1b.png></noscript>a"_s,
        u"<!-- <img src=%1a.png> --><![CDATA[<img src=%1b.png>]]><?xml-stylesheet href='%1c.css'?>a"_s,
        u"<!DOCTYPE html PUBLIC '-//x//EN' '%1a.dtd' [<!ENTITY x SYSTEM '%1b'>]>&x;a"_s,
        u"<div hidden><img src=%1a.png></div><img style=display:none src=%1b.png>a"_s,
        u"<html manifest=%1a><head profile=%1b><link rel=stylesheet href=%1c></head><body>a"_s,
        u"<layer src=%1a></layer><ilayer src=%1b></ilayer><xml src=%1c></xml><portal src=%1d></portal>a"_s,
        u"<isindex src=%1a.png type=image><menuitem icon=%1b.png>a"_s,
        u"<x-frame src=%1a><p background=%1b>a"_s,
    };
    return fragments;
}

} // namespace saltdesk::testing
