"""Common first names of many countries: two words with capitals that begin so are a person."""

from __future__ import annotations

from typing import Final

from timeline.extraction.english._titles import listed

FIRST_NAMES: Final = listed(
    """
    aaron abdel abdul abdullah abigail abraham ada adam adel aditi adrian adriana agnes ahmad ahmed
    aisha ajay akbar akiko akira alain alan albert alberto alejandro aleksandr aleksei alessandro
    alex alexander alexandra alexei alexey alexis alfred alfredo ali alice alicia alison allan
    allen amanda amber amina amir amit amy ana anastasia anders andre andrea andreas andrei andres
    andrew andriy andrzej andy angela angelo anita anjali ann anna anne annette anthony antoine
    anton antonio antonia antony anwar arjun armand arnold art arthur artem arturo arun asad asha
    ashley ashok astrid audrey august ayman ayşe barack barbara barry bart bashar beatrice ben
    benjamin bernard bernie betty bill billy bjorn bob bobby boris brad bradley brandon brenda
    brendan brett brian bridget bruce bruno bryan camille carl carla carlo carlos carmen carol
    caroline carolyn cathy cecilia charles charlie charlotte cheryl chloe chris christian christina
    christine christopher claire clara claude claudia clive colin connor craig cristina cynthia
    cyril daisy damian dan dana daniel daniela danielle darren dave david deborah dennis derek
    diana diane diego dieter dilma dimitri dirk dmitri dmitry dmytro dolores dominic donald donna
    dora doris dorothy doug douglas duncan dustin dwight dylan eamonn eddie edgar edith edmund
    eduardo edward edwin eileen elaine eleanor elena eli elias elif elisabeth elizabeth ella ellen
    elliot elon elsa elvira emily emma emmanuel enrique eric erica erich erik ernest ernesto erwin
    esther ethan eugene eva evan evelyn evgeny fabio farah fatima felipe felix fernando filip fiona
    florian frances francesca francesco francis francisco francois françois frank franklin franz
    fred freddie frederick friedrich fritz gabriel gabriela gareth gary gavin gemma gene geoff
    geoffrey georg george georges georgia gerald gerard gerhard gert giorgia giorgos giovanni
    giulia giuseppe gloria gordon grace graham greg gregory greta guillaume guillermo gustavo guy
    gwen hadi haim hamid hamish hannah hans hanna harold harriet harry haruki hasan hassan heather
    hector heidi heinz helen helena helga henri henrik henry herbert herman hilary hillary hiroshi
    hugh hugo hussein ian ibrahim ida ignacio igor ilse imran ines ingrid irene irina iris irving
    isaac isabel isabella ismail ivan ivana ivanka jack jackie jacob jacqueline jacques jaime jair
    jakob jamal james jamie jan jana jane janet janine jared jasmine jason javier jay jean jeff
    jeffrey jenna jennifer jenny jens jeremy jerome jerry jesse jessica jesus jill jim jimmy jin jo
    joan joanna joanne joao joe joel johan johann johanna johannes john johnny jon jonas jonathan
    jordan jorge jose josé josef joseph josh joshua joyce juan judith judy julia julian julie
    julien julio jun justin jürgen kaja kamala karen karim karin karl karol kate katherine kathleen
    kathryn kathy katie katja kay kazuo keiko keir keith kelly ken kenji kenneth kerry kevin khaled
    khalid kim kirsten klaus kofi konrad konstantin kristen kristin kumar kurt kyle kyrylo lars
    larry laszlo laura lauren laurence laurent lawrence layla lea leah lee leila lena leo leon
    leonard leonid leslie leticia lewis liam lily linda lindsay lindsey lionel lisa liv liz lloyd
    lois lorenzo louis louise luc lucas lucia lucy luigi luis luiz lukas luke lula lydia lynn magda
    magdalena mahmoud maia malcolm manfred manuel mara marc marcel marcelo marco marcos marcus
    margaret margarita maria mariam marian marie marina mario marion mark markus marta martha
    martin martina marvin mary maryam masha mateo mathias matt matteo matthew matthias maureen
    maurice mauricio max maxim maxime maya megan mehmet melanie melissa mercedes mia michael michal
    michel michelle miguel mikael mike mikel mikhail milan millie milton ming miriam mitch mitsuo
    mohamed mohammad mohammed moira monica monika monique moritz muhammad murat mustafa myriam nadia
    nancy naomi narendra natalia natalie natasha nathan neil nelson nia nicholas nick nicola nicolas
    nicole nigel nikita nikola nikolai nina noah noam noel nora norm norma norman olaf ole oleg
    oleksandr olena olga oliver olivia olivier omar oscar otto owen pablo pamela paolo patricia
    patrick patty paul paula paulo pavel pedro peggy penny pete peter petr petra petro phil philip
    philippe phillip phyllis pierre pieter priya rachel rafael rahul raj rajesh ralph ramon ramzan
    randy rania raquel rashid raul ravi ray raymond rebecca recep reiner rené renee reza ricardo
    richard rick rickard rita rob robert roberta roberto robin rodrigo roger roland rolf roman ron
    ronald rosa rosalind rosanna rose rosie ross roy ruben rudolf rupert russell ruth ryan sabine
    sabrina saeed sally salman salvador sam samantha samir samuel sandra sandy sanjay sara sarah
    satoshi scott sean sebastian sergei sergey sergio seth shane shannon sharon shawn sheila shinzo
    shirley sibyl silvia silvio simon simone sofia sonia sophia sophie stacey stan stanislav
    stanley stefan stefano stella stephan stephanie stephen steve steven stewart stuart sue sumit
    sunil susan susanne suzanne svetlana sven sylvia takashi tamara tanya tara tariq tatiana taylor
    ted terence teresa terry thabo theo theresa thierry thomas tim timothy tina todd tom tomas
    tomasz toni tony tracy travis trevor tyler ulrich ulrike umar unai ursula vadim valentina
    valentin valeria valerie vanessa vera veronica vicente vicki victor victoria vijay viktor
    vincent virginia vitali vitaly vivian vladimir volodymyr walid wally walter wanda wanjiru warren
    wayne wei wendy werner wilhelm will willem william willy winston wolfgang xavier xi yang yasmin
    yasser yoko yoon york yosef youssef yuki yulia yuri yusuf yves yvonne zach zara zeynep zhang
    zoe zoltan
    """
) - {"york", "august", "jordan", "georgia", "virginia", "victoria", "will", "ming", "yang", "lula"}
