#pragma once

// Where people of a country have their private mail boxes.

#include <string_view>

namespace galena::examples::generator {

struct FreeMail {
  std::string_view country;
  std::string_view domains;
};

inline constexpr FreeMail kFreeMail[] = {
    {"US",
     "gmail.com:50,yahoo.com:14,hotmail.com:8,outlook.com:7,aol.com:6,icloud.com:5,"
     "comcast.net:4,sbcglobal.net:2,att.net:2,verizon.net:2,msn.com:2,me.com,live.com"},
    {"CA",
     "gmail.com:48,hotmail.com:16,yahoo.ca:10,outlook.com:8,rogers.com:3,shaw.ca:3,bell.net:2,"
     "telus.net:2"},
    {"MX",
     "gmail.com:45,hotmail.com:30,yahoo.com.mx:12,outlook.com:8,live.com.mx:3,prodigy.net.mx:2"},
    {"BR",
     "gmail.com:45,hotmail.com:25,yahoo.com.br:10,outlook.com:8,uol.com.br:5,bol.com.br:3,"
     "terra.com.br:3"},
    {"GB",
     "gmail.com:40,hotmail.co.uk:12,yahoo.co.uk:10,hotmail.com:9,outlook.com:7,btinternet.com:7,"
     "icloud.com:4,sky.com:3,talktalk.net:2,ntlworld.com,live.co.uk:2"},
    {"AU",
     "gmail.com:45,hotmail.com:15,bigpond.com:10,outlook.com:8,yahoo.com.au:6,optusnet.com.au:4"},
    {"DE",
     "gmx.de:22,web.de:20,gmail.com:20,t-online.de:16,gmx.net:6,hotmail.de:3,hotmail.com:3,"
     "freenet.de:4,outlook.de:2,yahoo.de:3,arcor.de:2,icloud.com:2,googlemail.com:2"},
    {"AT", "gmx.at:25,gmail.com:30,aon.at:12,hotmail.com:8,chello.at:6,outlook.com:4"},
    {"CH",
     "gmail.com:32,bluewin.ch:20,gmx.ch:12,hotmail.com:12,sunrise.ch:4,outlook.com:5,gmx.net:3"},
    {"FR",
     "gmail.com:34,orange.fr:14,hotmail.fr:10,free.fr:9,wanadoo.fr:9,yahoo.fr:8,laposte.net:6,"
     "sfr.fr:5,outlook.fr:3,live.fr:3,hotmail.com:4"},
    {"BE", "gmail.com:35,telenet.be:18,skynet.be:14,hotmail.com:18,proximus.be:4,outlook.be:4"},
    {"NL",
     "gmail.com:36,hotmail.com:20,ziggo.nl:10,kpnmail.nl:5,planet.nl:6,hetnet.nl:5,xs4all.nl:4,"
     "live.nl:4,home.nl:3"},
    {"ES",
     "gmail.com:45,hotmail.com:28,yahoo.es:8,telefonica.net:4,hotmail.es:6,outlook.es:3,"
     "outlook.com:4"},
    {"PT", "gmail.com:45,hotmail.com:25,sapo.pt:12,outlook.pt:4,live.com.pt:4"},
    {"IT",
     "gmail.com:38,libero.it:18,hotmail.it:8,alice.it:7,yahoo.it:6,tiscali.it:5,virgilio.it:5,"
     "hotmail.com:6,tin.it:3,fastwebnet.it:2"},
    {"PL",
     "gmail.com:34,wp.pl:20,o2.pl:13,onet.pl:10,interia.pl:9,op.pl:5,poczta.onet.pl:4,gazeta.pl:3"},
    {"TR", "gmail.com:45,hotmail.com:35,yahoo.com:6,outlook.com:6,mynet.com:4,windowslive.com:2"},
    {"IN", "gmail.com:68,yahoo.co.in:8,yahoo.com:7,rediffmail.com:7,hotmail.com:5,outlook.com:3"},
    {"CN",
     "163.com:30,126.com:14,qq.com:28,sina.com:8,foxmail.com:5,gmail.com:5,hotmail.com:4,"
     "outlook.com:3"},
    {"SE",
     "gmail.com:38,hotmail.com:26,telia.com:14,live.se:5,outlook.com:4,bredband.net:3,comhem.se:3"},
    {"DK",
     "gmail.com:40,hotmail.com:24,live.dk:8,mail.dk:6,outlook.dk:3,stofanet.dk:3,youmail.dk:2"},
    {"NO", "gmail.com:38,hotmail.com:28,online.no:14,live.no:6,outlook.com:4,getmail.no:2"},
    {"FI",
     "gmail.com:40,hotmail.com:24,luukku.com:8,kolumbus.fi:5,elisanet.fi:5,suomi24.fi:4,"
     "pp.inet.fi:4"},
};

}  // namespace galena::examples::generator
